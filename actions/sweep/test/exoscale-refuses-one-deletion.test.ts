// One lease cannot be removed. The sweep still removes the others.
import { expect, it } from 'vitest';

import { overJob, withAttempts } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('goes on with the others, then fails', () =>
  playSweep(async ({ job, github, seed, run, outcomes, story }) => {
    github.repositories.set('octo/site', withAttempts({ jobs: [overJob()] }));
    const [stuck] = await seed({ random: 'stuck' }, { random: 'other' });
    const respond = { status: 403, body: { message: 'Forbidden by the organization policy' } };
    const path = `/v2/api-key/${stuck?.apiKey}`;
    job.simulator.faults.add({ method: 'DELETE', path, times: Infinity, respond });
    const swept = await run();
    expect(swept.exitCode).toBe(1);
    expect(outcomes(swept)).toEqual({ stuck: 'failed', other: 'revoked' });
    expect(job.leftovers()).toEqual([`key ${stuck?.name}`, `role ${stuck?.name}`]);
    expect(swept.summary).toContain('Forbidden by the organization policy');
    await expect(story()).toMatchFileSnapshot('snapshots/exoscale-refuses-one-deletion.txt');
  }));
