// A bundle holds the code of others, whose licences ask that their text goes along.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { expect, it } from 'vitest';

import { glob, root } from '../src/repository.ts';

// What is known to be inside, whichever chunk it is in.
const inside: Readonly<Record<string, readonly string[]>> = {
  'actions/mint/dist/main': ['@actions/core', '@x/action-mint', '@x/exo-signer', 'jose'],
  'actions/mint/dist/post': ['@actions/core', '@x/exo-iam', 'p-map'],
  'packages/exo-broker/dist': ['@x/exo-broker', 'hono', 'jose', 'pg', 'zod'],
  'packages/exo-lease/dist': ['@x/exo-lease', 'commander', 'jose', 'smol-toml'],
  'actions/sweep/dist/main': ['@actions/github', '@octokit/core', 'undici'],
};

const bundles = glob('actions/*/dist/*/index.js').map((path) => path.replace('/index.js', ''));

it.each([...bundles, 'packages/exo-broker/dist', 'packages/exo-lease/dist'])(
  '%s has the licences of what it holds',
  (folder) => {
    const text = readFileSync(resolve(root, folder, 'licenses.txt'), 'utf8');
    const names = text.split('\n').filter((line) => /^@?[a-z0-9-]+(?:\/[a-z0-9-]+)?$/.test(line));
    const expected = inside[folder] ?? ['@actions/core', '@x/action-kit'];
    expect(names).toEqual(expect.arrayContaining([...expected]));
    // A name and the short name of a licence alone would not do.
    for (const part of text.split(/^(?=@?[a-z0-9-]+(?:\/[a-z0-9-]+)?\n)/m)) {
      expect(part).toMatch(
        /Permission is hereby granted|Permission to use|Redistribution and use|Apache License/,
      );
    }
  },
);
