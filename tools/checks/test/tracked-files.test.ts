// Committed files name no machine: not where packages were fetched from, not whose disk they were on.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { describe, expect, it } from 'vitest';

import { committedFiles, root } from '../src/repository.ts';

const telltales = {
  'a registry host': /\b(?:registry|npm|artifactory|nexus|verdaccio)\.[a-z0-9-]+\.[a-z]{2,}\b/,
  // GitHub's runners all live in /home/runner.
  'a home directory': /(?:\/home\/(?!runner\b)|\/Users\/|[A-Z]:\\Users\\)\w|\/root\/\w/,
};

describe('committed files', () => {
  it.each(Object.entries(telltales))('hold no path or host: %s', (_, pattern) => {
    const guilty = committedFiles().flatMap((path) => {
      const found = pattern.exec(readFileSync(resolve(root, path), 'utf8'));
      return found ? [`${path}: ${found[0]}`] : [];
    });
    expect(guilty).toEqual([]);
  });
});
