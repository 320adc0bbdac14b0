// Somebody used the role of a lease for a key of his own: neither is ours to delete.
import { createApiKey, createClient } from '@x/exo-iam';
import { expect, it } from 'vitest';

import { overJob, withAttempts } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('leaves a role that a foreign key uses, and fails', () =>
  playSweep(async ({ job, github, seed, run }) => {
    github.repositories.set('octo/site', withAttempts({ jobs: [overJob()] }));
    const [lease] = await seed({});
    const { parentKey: credentials, fetch } = job.simulator;
    const foreign = { name: 'foreign', 'role-id': lease?.roleId ?? '' };
    await createApiKey(createClient({ credentials, fetch }), foreign);
    const swept = await run();
    expect(swept.exitCode).toBe(1);
    expect(swept.outputs).toMatchObject({ revoked: '0', failed: '1' });
    expect(job.leftovers()).toEqual(['key foreign', `role ${lease?.name}`]);
  }));
