// An upper bound for what one run may do.
import { expect, it } from 'vitest';

import { overJob, withAttempts } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('revokes no more than max-keys and keeps the rest for the next sweep', () =>
  playSweep(async ({ job, github, seed, run }) => {
    github.repositories.set('octo/site', withAttempts({ jobs: [overJob()] }));
    await seed(...[1, 2, 3].map((index) => ({ random: `of${index}`, deadlineIn: index * 60 })));
    const swept = await run({ inputs: { 'max-keys': '2' } });
    expect(swept.exitCode).toBe(0);
    expect(swept.outputs).toMatchObject({ revoked: '2', kept: '1' });
    expect(swept.outputs['report']).toContain('this sweep has reached its limit');
    expect(job.leftovers()).toHaveLength(2);
  }));
