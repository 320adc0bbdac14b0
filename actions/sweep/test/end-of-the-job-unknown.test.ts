// Without the time of its end the grace cannot be kept; the attempt knows a time that is not earlier.
import { expect, it } from 'vitest';

import { minutesAgo, overJob } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('takes the end of the attempt for that of the job', () =>
  playSweep(async ({ github, seed, run, outcomes }) => {
    const jobs = [overJob({ completedAt: null })];
    github.repositories.set('octo/site', {
      runs: {
        '1': [{ jobs, updatedAt: minutesAgo(60) }],
        '2': [{ jobs, updatedAt: minutesAgo(1) }],
        '3': [{ jobs, updatedAt: 'once upon a time' }],
      },
    });
    await seed(...['1', '2', '3'].map((runId) => ({ runId, random: `of${runId}` })));
    const swept = await run();
    expect(swept.exitCode).toBe(0);
    expect(outcomes(swept)).toEqual({ of1: 'revoked', of2: 'kept', of3: 'kept' });
  }));
