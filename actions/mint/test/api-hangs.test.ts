// The API takes the request and never answers. What it made is found by its name.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it(
  'gives up a request that is never answered',
  () =>
    playScenario(action, async (job) => {
      job.simulator.faults.add({ operation: 'create-iam-role', delayMs: 3_600_000 });
      const main = await job.main();
      expect(assertFailure(main, job)).toContain('within 15 s');
      const post = await job.post();
      expect(post.exitCode).toBe(0);
      await expect(job.transcript()).toMatchFileSnapshot('snapshots/api-hangs.txt');
    }),
  60_000,
);
