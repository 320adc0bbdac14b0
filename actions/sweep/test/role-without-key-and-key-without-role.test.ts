// A mint that was interrupted leaves a role alone; an existing role has keys of its own.
import { expect, it } from 'vitest';

import { overJob, withAttempts } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('revokes what there is of a lease', () =>
  playSweep(async ({ job, github, seed, run, outcomes, story }) => {
    github.repositories.set('octo/site', withAttempts({ jobs: [overJob()] }));
    await seed({ parts: 'role', random: 'role' }, { parts: 'key', random: 'key' });
    const swept = await run();
    expect(swept.exitCode).toBe(0);
    expect(outcomes(swept)).toEqual({ role: 'revoked', key: 'revoked' });
    expect(job.leftovers()).toEqual([]);
    await expect(story()).toMatchFileSnapshot(
      'snapshots/role-without-key-and-key-without-role.txt',
    );
  }));
