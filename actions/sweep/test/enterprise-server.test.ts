// GitHub Enterprise Server tells a job no id, and may have no rate limit.
import { expect, it } from 'vitest';

import { overJob, withAttempts } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('asks for the run attempt of a lease without a job id, once', () =>
  playSweep(
    async ({ github, seed, run, outcomes }) => {
      github.repositories.set('octo/site', withAttempts({ jobs: [overJob()] }));
      await seed({ jobId: 't6f1c52cf', random: 'one' }, { jobId: 't7a2d63d0', random: 'two' });
      const swept = await run();
      expect(outcomes(swept)).toEqual({ one: 'revoked', two: 'revoked' });
      expect(github.requests).toEqual([
        'GET /repos/octo/site/actions/runs/1234567/attempts/1: 200',
      ]);
      expect(swept.stdout).toContain('Requests to GitHub: 1.');
    },
    { quota: null },
  ));
