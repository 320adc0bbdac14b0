// A reader of a bundle should be able to; its size is also what every job downloads.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';

import { describe, expect, it } from 'vitest';

import { glob, root } from '../src/repository.ts';

const limit = 600_000;
const bundles = glob('actions/*/dist/*/index.js');

describe('bundles of the actions', () => {
  it('exist for every action', () => {
    const actions = new Set(bundles.map((path) => path.split('/')[1]));
    expect([...actions]).toEqual(glob('actions/*/action.yml').map((path) => path.split('/')[1]));
  });

  it.each(bundles)('%s is smaller than 600 kB', (path) => {
    const { size } = statSync(resolve(root, path));
    console.log(`${path}  ${(size / 1000).toFixed(0)} kB`);
    expect(size).toBeLessThan(limit);
  });
});
