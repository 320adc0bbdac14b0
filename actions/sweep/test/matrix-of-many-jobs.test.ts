// All jobs of a run attempt come with one answer, or one for each hundred of them.
import { expect, it } from 'vitest';

import { overJob, runningJob, withAttempts } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('asks once for all leases of a run, page by page', () =>
  playSweep(async ({ github, seed, run, outcomes }) => {
    const ids = Array.from({ length: 256 }, (_, index) => index + 1);
    const jobs = ids.map((id) => (id % 2 ? overJob({ id }) : runningJob({ id })));
    github.repositories.set('octo/site', withAttempts({ jobs }));
    await seed(...[1, 2, 101, 255, 256].map((id) => ({ jobId: `${id}`, random: `of${id}` })), {
      jobId: '1',
      random: 'again',
    });
    const swept = await run();
    expect(outcomes(swept)).toEqual({
      of1: 'revoked',
      again: 'revoked',
      of101: 'revoked',
      of255: 'revoked',
      of2: 'kept',
      of256: 'kept',
    });
    const path = '/repos/octo/site/actions/runs/1234567/attempts/1/jobs?per_page=100';
    expect(github.requests).toEqual([
      `GET ${path}: 200`,
      `GET ${path}&page=2: 200`,
      `GET ${path}&page=3: 200`,
    ]);
    expect(github.mostAtOnce()).toBe(1);
  }));
