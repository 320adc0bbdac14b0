// A reader of a bundle should be able to; its size is also what every job downloads.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';

import { describe, expect, it } from 'vitest';

import { glob, root } from '../src/repository.ts';

// Bytes. What only the sweep needs, GitHub's client with an HTTP client of its own, is most of its bundle.
const limits: Readonly<Record<string, number>> = { mint: 130_000, sweep: 800_000 };
const usualLimit = 150_000;

const bundles = glob('actions/*/dist/*/index.js');

describe('bundles of the actions', () => {
  it('exist for every action', () => {
    const actions = new Set(bundles.map((path) => path.split('/')[1]));
    expect([...actions]).toEqual(glob('actions/*/action.yml').map((path) => path.split('/')[1]));
  });

  it('are smaller than their budget', () => {
    const sizes = bundles.map((path) => {
      const limit = limits[path.split('/')[1] ?? ''] ?? usualLimit;
      return { path, limit, bytes: statSync(resolve(root, path)).size };
    });
    console.log(sizes.map(({ path, bytes }) => `${path}  ${bytes} bytes`).join('\n'));
    expect(sizes.filter(({ bytes, limit }) => bytes >= limit)).toEqual([]);
  });
});
