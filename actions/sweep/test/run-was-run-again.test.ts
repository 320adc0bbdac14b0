// The run as a whole is in progress again: only its attempts tell the orphan from the lease in use.
import { expect, it } from 'vitest';

import { overJob, runningJob, withAttempts } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('revokes the lease of attempt 1 and keeps that of attempt 2', () =>
  playSweep(async ({ github, seed, run, outcomes }) => {
    const first = { jobs: [overJob({ id: 1, conclusion: 'failure' })] };
    const second = { jobs: [runningJob({ id: 2 })] };
    github.repositories.set('octo/site', withAttempts(first, second));
    await seed({ jobId: '1', random: 'first' }, { jobId: '2', random: 'second', runAttempt: '2' });
    const swept = await run();
    expect(outcomes(swept)).toEqual({ first: 'revoked', second: 'kept' });
    expect(github.requests).not.toContainEqual(expect.stringMatching(/runs\/\d+(?:[?:]|\/jobs)/));
  }));
