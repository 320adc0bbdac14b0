// The inputs in docs/recipes.md exist, their scopes compile, and every operation it names is in the catalogue.
import { compileScope, parseList, type Scope } from '@x/exo-iam';
import { findOperation, s3Operations } from '@x/exo-operations';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { codeBlocks } from '../src/markdown.ts';
import { read } from '../src/repository.ts';

const page = read('docs/recipes.md');
const { inputs } = parse(read('actions/mint/action.yml')) as { inputs: object };

describe.each(codeBlocks(page, 'yaml'))('recipe %#', (text) => {
  const given = parse(text) as Record<string, string>;

  it('has inputs of mint and a scope that compiles', () => {
    expect(Object.keys(given).filter((name) => !(name in inputs))).toEqual([]);
    const list = (name: string): string[] => [...parseList(given[name] ?? '')];
    const scope: Scope = {
      operations: list('operations'),
      tags: list('tags'),
      resources: list('resources'),
    };
    expect(Object.keys(compileScope(scope).policy.services)).not.toEqual([]);
  });
});

it('names only operations that exist', () => {
  const names = [...page.matchAll(/`((?:list|get|create|reset|generate|put|head)-[a-z-]+)`/g)];
  const s3 = new Set<string>(s3Operations.map(({ name }) => name));
  const unknown = names
    .map(([, name = '']) => name)
    .filter((n) => findOperation(n) === undefined && !s3.has(n));
  expect(unknown).toEqual([]);
  expect(names.length).toBeGreaterThan(5);
});
