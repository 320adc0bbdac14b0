// The old name now belongs to another repository: its runs have other ids.
import { expect, it } from 'vitest';

import { overJob } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('does not take a run of the new repository for that of the old one', () =>
  playSweep(async ({ github, seed, run, outcomes }) => {
    github.repositories.set('octo/site', { runs: { '7654321': [{ jobs: [overJob()] }] } });
    await seed({});
    const swept = await run();
    expect(swept.exitCode).toBe(0);
    expect(outcomes(swept)).toEqual({ '0a1b2c3d': 'kept' });
  }));
