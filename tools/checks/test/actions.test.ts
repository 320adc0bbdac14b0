// Every action.yml can be run as it is committed, and says what its inputs and outputs are.
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { glob, read, root } from '../src/repository.ts';

interface ActionFile {
  readonly name: string;
  readonly description: string;
  readonly inputs?: Readonly<Record<string, { readonly description?: string } | null>>;
  readonly outputs?: Readonly<Record<string, { readonly description?: string } | null>>;
  readonly runs: { readonly using: string; readonly main: string; readonly post?: string };
}

const files = glob('actions/*/action.yml');

describe('actions', () => {
  it('exist', () => {
    expect(files).not.toEqual([]);
  });
});

describe.each(files)('%s', (path) => {
  const action = parse(read(path)) as ActionFile;

  it('has a name and a description', () => {
    expect(action.name).toMatch(/\S/);
    expect(action.description).toMatch(/\S/);
  });

  it('runs on Node 24 from files that are there', () => {
    const { using, main, post } = action.runs;
    expect(using).toBe('node24');
    const entries = [main, post].filter((entry) => entry !== undefined);
    const missing = entries.filter((entry) => !existsSync(resolve(root, dirname(path), entry)));
    expect(missing).toEqual([]);
  });

  it('describes every input and output', () => {
    const described = Object.entries({ ...action.inputs, ...action.outputs });
    const silent = described.filter(([, value]) => !/\S/.test(value?.description ?? ''));
    expect(silent.map(([name]) => name)).toEqual([]);
  });
});
