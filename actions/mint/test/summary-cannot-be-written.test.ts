// A runner without summaries: no reason to fail, in main or in post.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('goes on without a summary', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ missingFile: 'STEP_SUMMARY' });
    const post = await job.post({ missingFile: 'STEP_SUMMARY' });
    expect([main.exitCode, post.exitCode]).toEqual([0, 0]);
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/summary-cannot-be-written.txt');
  }));
