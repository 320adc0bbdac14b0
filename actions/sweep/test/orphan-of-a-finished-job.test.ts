// The plain way: a runner died, GitHub has given the job up, its lease is still there.
import { expect, it } from 'vitest';

import { overJob, withAttempts } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('revokes the lease of a job that is over, the key before its role', () =>
  playSweep(async ({ job, github, seed, run, story }) => {
    github.repositories.set(
      'octo/site',
      withAttempts({ jobs: [overJob({ conclusion: 'failure' })] }),
    );
    const [lease] = await seed({});
    const swept = await run();
    expect(swept.exitCode).toBe(0);
    expect(swept.outputs).toMatchObject({ revoked: '1', due: '0', kept: '0', failed: '0' });
    expect(job.leftovers()).toEqual([]);
    const deletions = swept.requests.filter(({ method }) => method === 'DELETE');
    expect(deletions.map(({ path }) => path)).toEqual([
      `/v2/api-key/${lease?.apiKey}`,
      `/v2/iam-role/${lease?.roleId}`,
    ]);
    expect(swept.annotations).toMatchObject([{ level: 'warning' }]);
    await expect(story()).toMatchFileSnapshot('snapshots/orphan-of-a-finished-job.txt');
  }));
