// It concerns every further request, and GitHub bans those who go on.
import { refusals } from '@x/action-harness';
import { expect, it } from 'vitest';

import { overJob } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('stops asking when GitHub wants fewer requests', () =>
  playSweep(async ({ github, seed, run, outcomes }) => {
    github.refuse({ path: /runs\/20\//, reply: refusals.tooManyRequests() });
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
    expect(swept.annotations.at(-1)?.message).toMatch(/429: .* GitHub wants fewer requests/);
  }));
