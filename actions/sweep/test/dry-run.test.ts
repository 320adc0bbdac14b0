// For the first time: what would it do?
import { expect, it } from 'vitest';

import { overJob, withAttempts } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('judges everything and revokes nothing', () =>
  playSweep(async ({ job, github, seed, run, story }) => {
    github.repositories.set('octo/site', withAttempts({ jobs: [overJob()] }));
    await seed({});
    const swept = await run({ inputs: { 'dry-run': 'true' } });
    expect(swept.exitCode).toBe(0);
    expect(swept.outputs).toMatchObject({ revoked: '0', due: '1' });
    expect(swept.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(job.leftovers()).toHaveLength(2);
    await expect(story()).toMatchFileSnapshot('snapshots/dry-run.txt');
  }));
