// SIGTERM alone, as a runner that shuts down sends it.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('removes key and role when terminated', () =>
  playScenario(action, async (job) => {
    const main = await job.main({
      interrupt: { signal: 'SIGTERM', during: 'create-api-key', takesEffect: true },
    });
    expect(assertFailure(main, job)).toContain('cancelled (SIGTERM)');
    const post = await job.post();
    expect(post.exitCode).toBe(0);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/terminated-after-the-key.txt');
  }));
