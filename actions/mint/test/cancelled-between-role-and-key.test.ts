// The job is cancelled while the key is asked for, before it exists.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('removes the role when cancelled before the key exists', () =>
  playScenario(action, async (job) => {
    const main = await job.main({
      interrupt: { signal: 'SIGINT', during: 'create-api-key', takesEffect: false },
    });
    expect(assertFailure(main, job)).toContain('cancelled (SIGINT)');
    // The runner starts post anyway. It finds nothing to do and says so.
    const post = await job.post();
    expect(post.exitCode).toBe(0);
    await expect(job.transcript()).toMatchFileSnapshot(
      'snapshots/cancelled-between-role-and-key.txt',
    );
  }));
