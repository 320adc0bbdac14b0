// Within the grace, the job may still be revoking its key itself.
import { expect, it } from 'vitest';

import { minutesAgo, overJob, withAttempts } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('keeps the lease of a job that ended within the grace', () =>
  playSweep(async ({ github, seed, run }) => {
    const job = overJob({ completedAt: minutesAgo(2) });
    github.repositories.set('octo/site', withAttempts({ jobs: [job] }));
    await seed({});
    const swept = await run();
    expect(swept.outputs).toMatchObject({ revoked: '0', kept: '1' });
    expect(swept.outputs['report']).toContain('ended a moment ago');
    const shorter = await run({ inputs: { grace: '1m' } });
    expect(shorter.outputs).toMatchObject({ revoked: '1', kept: '0' });
  }));
