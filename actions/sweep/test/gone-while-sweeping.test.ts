// Between the list and the deletion the job's own post, or another sweep, was faster.
import { expect, it } from 'vitest';

import { overJob, withAttempts } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('succeeds when somebody else deletes the lease first', () =>
  playSweep(async ({ job, github, seed, run }) => {
    github.repositories.set('octo/site', withAttempts({ jobs: [overJob()] }));
    await seed({});
    const key = { status: 403, body: { message: 'API Key not in organization' } };
    job.simulator.faults.add({ operation: 'delete-api-key', respond: key });
    const role = { status: 404, body: { message: 'IAM role not found' } };
    job.simulator.faults.add({ operation: 'delete-iam-role', respond: role });
    const swept = await run();
    expect(swept.exitCode).toBe(0);
    expect(swept.outputs).toMatchObject({ revoked: '1', failed: '0' });
  }));
