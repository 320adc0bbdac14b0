// After its deadline a lease is revoked whatever GitHub says, so nobody is asked.
import { expect, it } from 'vitest';

import { runningJob, withAttempts } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('revokes what is past its deadline, without asking GitHub', () =>
  playSweep(async ({ github, seed, run, outcomes }) => {
    await seed({ deadlineIn: -600 }, { deadlineIn: -200, random: 'ingrace1', repository: 'other' });
    github.repositories.set('octo/other', withAttempts({ jobs: [runningJob()] }));
    const swept = await run();
    expect(swept.exitCode).toBe(0);
    expect(outcomes(swept)).toEqual({ '0a1b2c3d': 'revoked', ingrace1: 'kept' });
    expect(github.requests).toEqual([
      'GET /repos/octo/other/actions/runs/1234567/attempts/1/jobs?per_page=100: 200',
    ]);
  }));
