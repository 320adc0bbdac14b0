// The API never knows the new key: it is revoked, and not handed out.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it(
  'revokes a key that is never accepted',
  () =>
    playScenario(action, async (job) => {
      const respond = { status: 403, body: { message: 'Invalid request signature' } };
      job.simulator.faults.add({ operation: 'list-instances', times: Infinity, respond });
      const main = await job.main({ inputs: { verify: 'true' } });
      expect(assertFailure(main, job)).toContain('15 seconds');
      const post = await job.post();
      expect(post.exitCode).toBe(0);
      await expect(job.transcript()).toMatchFileSnapshot('snapshots/verify-never-accepted.txt');
    }),
  60_000,
);
