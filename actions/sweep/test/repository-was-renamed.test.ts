// GitHub redirects the old name to the id of the repository.
import { expect, it } from 'vitest';

import { overJob, withAttempts } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('follows the redirect to the same repository', () =>
  playSweep(async ({ job, github, seed, run }) => {
    github.repositories.set('octo/site', { movedTo: 'octo/homepage' });
    github.repositories.set('octo/homepage', withAttempts({ jobs: [overJob()] }));
    await seed({});
    const swept = await run();
    expect(swept.exitCode).toBe(0);
    expect(job.leftovers()).toEqual([]);
    expect(github.requests).toEqual([
      'GET /repos/octo/site/actions/runs/1234567/attempts/1/jobs?per_page=100: 301',
      'GET /repositories/1/actions/runs/1234567/attempts/1/jobs?per_page=100: 200',
    ]);
  }));
