// A month without a sweep: 240 leases of 20 runs.
import { expect, it } from 'vitest';

import { overJob } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('asks once a run, within the hourly quota, and tells how far it is', () =>
  playSweep(async ({ job, github, seed, run }) => {
    const runIds = Array.from({ length: 20 }, (_, index) => `${index + 1}`);
    const ids = Array.from({ length: 12 }, (_, index) => index + 1);
    const attempt = { jobs: ids.map((id) => overJob({ id })) };
    const runs = Object.fromEntries(runIds.map((runId) => [runId, [attempt]]));
    github.repositories.set('octo/site', { runs });
    const leases = runIds.flatMap((runId) =>
      ids.map((id) => ({
        runId,
        jobId: `${id}`,
        random: `of${runId}x${id}`,
        parts: 'key' as const,
      })),
    );
    await seed(...leases);
    const swept = await run();
    expect(swept.exitCode).toBe(0);
    expect(swept.outputs).toMatchObject({ revoked: '240', kept: '0', failed: '0' });
    expect(job.leftovers()).toEqual([]);
    expect(github.requests).toHaveLength(20);
    expect(github.mostAtOnce()).toBeLessThanOrEqual(8);
    expect(swept.stdout.match(/^… \d+ leases done$/gm)).toHaveLength(2);
    expect(swept.stdout).toContain('Requests to GitHub: 20, 980 left in this hour.');
    expect(swept.summary).toContain('<summary>240 leases</summary>');
    expect(swept.summary).toContain('… and 40 more.');
  }));
