// The job is cancelled when the key is made and not yet handed out.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('revokes a key that is not handed out any more', () =>
  playScenario(action, async (job) => {
    const main = await job.main({
      inputs: { verify: 'true' },
      interrupt: { signal: 'SIGINT', during: 'list-instances', takesEffect: true },
    });
    expect(assertFailure(main, job)).toContain('cancelled (SIGINT)');
    const post = await job.post();
    expect(post.exitCode).toBe(0);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/cancelled-while-verifying.txt');
  }));
