// A job id that the attempt does not have: the attempt as a whole decides.
import { expect, it } from 'vitest';

import { overJob } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('falls back to the run attempt', () =>
  playSweep(async ({ github, seed, run, outcomes, story }) => {
    const other = { jobs: [overJob({ id: 7 })] };
    github.repositories.set('octo/site', {
      runs: { '1': [other], '2': [{ ...other, status: 'in_progress' }] },
    });
    await seed({ runId: '1', random: 'over' }, { runId: '2', random: 'running' });
    const swept = await run();
    expect(outcomes(swept)).toEqual({ over: 'revoked', running: 'kept' });
    await expect(story()).toMatchFileSnapshot('snapshots/job-not-among-those-of-the-run.txt');
  }));
