// GitHub refuses in the middle of a sweep, in a way that holds for every further request.
import { refusals } from '@x/action-harness';
import { expect } from 'vitest';

import { overJob } from './jobs.ts';
import { playSweep } from './play-sweep.ts';

/**
 * Sweeps thirty leases of as many runs, and one past its deadline, while GitHub refuses to tell of the
 * twentieth run: what was known is revoked, the rest is kept, nobody goes on asking, and the step fails.
 *
 * @returns What the annotation says.
 */
export async function playRefusedMidway(refusal: keyof typeof refusals): Promise<string> {
  let message = '';
  await playSweep(async ({ github, seed, run, outcomes }) => {
    github.refuse({ path: /runs\/20\//, reply: refusals[refusal]() });
    const runIds = Array.from({ length: 30 }, (_, index) => `${index + 1}`);
    const attempt = { jobs: [overJob()] };
    const runs = Object.fromEntries(runIds.map((runId) => [runId, [attempt]]));
    github.repositories.set('octo/site', { runs });
    await seed(
      ...runIds.map((runId, index) => ({ runId, random: `of${runId}`, deadlineIn: 3600 + index })),
      { random: 'late', deadlineIn: -600 },
    );
    const swept = await run();
    expect(swept.exitCode).toBe(1);
    expect(outcomes(swept)).toMatchObject({
      of1: 'revoked',
      of20: 'failed',
      of30: 'failed',
      late: 'revoked',
    });
    // Seven others were under way, at most.
    expect(github.requests.length).toBeLessThan(28);
    expect(github.mostAtOnce()).toBeLessThanOrEqual(8);
    message = swept.annotations.at(-1)?.message ?? '';
  });
  return message;
}
