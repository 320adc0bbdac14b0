import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { readAction } from '../src/read-action.ts';

const folder = new URL('fixtures/simple/', import.meta.url);

describe('readAction', () => {
  it('gives the entry files and the defaults, with their expressions evaluated', () => {
    const main = fileURLToPath(new URL('main.mjs', folder));
    expect(readAction(folder, { 'job.check_run_id': '42' })).toEqual({
      entries: { main, post: main },
      defaults: { behaviour: 'nothing', 'job-id': '42' },
    });
  });

  it('refuses an expression that the scenario has no value for', () => {
    expect(() => readAction(folder, {})).toThrow('job.check_run_id');
  });
});
