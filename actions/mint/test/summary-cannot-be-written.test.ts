// A runner without summaries: no reason to fail, in main or in post.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('goes on without a summary', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ brokenFile: { kind: 'STEP_SUMMARY', how: 'missing' } });
    const post = await job.post({ brokenFile: { kind: 'STEP_SUMMARY', how: 'missing' } });
    expect([main.exitCode, post.exitCode]).toEqual([0, 0]);
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/summary-cannot-be-written.txt');
  }));
