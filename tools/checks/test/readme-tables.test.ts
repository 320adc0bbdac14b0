// The tables of inputs and outputs in the READMEs of the actions, and the action.yml at the root, are those of
// the actions.
import { spawnSync } from 'node:child_process';
import process from 'node:process';

import { describe, expect, it } from 'vitest';

import { root } from '../src/repository.ts';

describe('tables in READMEs, and the action at the root', () => {
  it('are up to date (`node tools/readme-tables/update.ts` writes them)', () => {
    const command = ['tools/readme-tables/update.ts', '--check'];
    const { status, stderr } = spawnSync(process.execPath, command, {
      cwd: root,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
