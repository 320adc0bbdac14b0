// A job whose summary belongs to others.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('writes no summary when told so', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { summary: 'false' } });
    const post = await job.post();
    expect([main.exitCode, post.exitCode]).toEqual([0, 0]);
    expect(main.summary + post.summary).toBe('');
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/summary-false.txt');
  }));
