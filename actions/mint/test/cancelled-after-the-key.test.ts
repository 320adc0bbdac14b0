// The job is cancelled when the key exists and its answer is under way.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('removes key and role when cancelled after the key was made', () =>
  playScenario(action, async (job) => {
    const main = await job.main({
      interrupt: { signal: 'SIGINT', during: 'create-api-key', takesEffect: true },
    });
    expect(assertFailure(main, job)).toContain('cancelled (SIGINT)');
    // The runner starts post anyway. It finds nothing to do and says so.
    const post = await job.post();
    expect(post.exitCode).toBe(0);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/cancelled-after-the-key.txt');
  }));
