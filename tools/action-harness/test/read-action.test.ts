import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { readAction } from '../src/read-action.ts';

const folder = new URL('fixtures/simple/', import.meta.url);

describe('readAction', () => {
  it('gives the entry file of each phase', () => {
    const { entryOf } = readAction(folder, { 'job.check_run_id': '42' });
    const main = fileURLToPath(new URL('main.mjs', folder));
    expect([entryOf('main'), entryOf('post')]).toEqual([main, main]);
  });

  it('refuses a phase that the action does not have', () => {
    const { entryOf } = readAction(new URL('../short/', folder), {});
    expect(() => entryOf('post')).toThrow('has no post');
  });

  it('gives the defaults, with their expressions evaluated', () => {
    const { defaults } = readAction(folder, { 'job.check_run_id': '42' });
    expect(defaults).toEqual({ behavior: 'nothing', 'job-id': '42' });
  });

  it('refuses an expression that the scenario has no value for', () => {
    expect(() => readAction(folder, {})).toThrow('job.check_run_id');
  });
});
