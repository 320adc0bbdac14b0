// The output of a step that did not run, or one that GitHub dropped, is empty.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

import { storyOf } from './support/seed-lease.ts';

const action = new URL('..', import.meta.url);

it('says why the input may be empty', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { key: '' } });
    expect(assertFailure(main, job)).toContain('GitHub drops a job output');
    expect(main.requests).toEqual([]);
    await expect(storyOf(job)).toMatchFileSnapshot('snapshots/key-is-missing.txt');
  }));
