// A job at work keeps its lease.
import { expect, it } from 'vitest';

import { runningJob, withAttempts } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('keeps the lease of a job that runs', () =>
  playSweep(async ({ job, github, seed, run }) => {
    github.repositories.set('octo/site', withAttempts({ jobs: [runningJob()] }));
    await seed({});
    const swept = await run({ debug: true });
    expect(swept.exitCode).toBe(0);
    expect(swept.outputs).toMatchObject({ revoked: '0', kept: '1' });
    expect(swept.annotations).toEqual([]);
    expect(job.leftovers()).toHaveLength(2);
    expect(swept.stdout).toContain('its job is in_progress');
  }));
