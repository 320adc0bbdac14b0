// A sealed lease belongs to the run attempt: the end of the job that minted it means nothing.
import { expect, it } from 'vitest';

import { overJob, runningJob, withAttempts } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('keeps a sealed lease while another job of the run goes on', () =>
  playSweep(async ({ github, seed, run, outcomes }) => {
    const jobs = [overJob(), runningJob({ id: 7 })];
    github.repositories.set('octo/site', withAttempts({ jobs }));
    await seed({ random: 'plain' }, { random: 'sealed', sealed: true });
    const swept = await run();
    expect(outcomes(swept)).toEqual({ plain: 'revoked', sealed: 'kept' });
  }));

it('revokes a sealed lease of an attempt that is over, although the run goes on', () =>
  playSweep(async ({ github, seed, run, outcomes }) => {
    const over = { jobs: [overJob(), overJob({ id: 7 })] };
    const again = { jobs: [runningJob({ id: 8 })] };
    github.repositories.set('octo/site', withAttempts(over, again));
    await seed(
      { random: 'first', sealed: true },
      { random: 'next', sealed: true, runAttempt: '2' },
    );
    expect(outcomes(await run())).toEqual({ first: 'revoked', next: 'kept' });
  }));

it('revokes a sealed lease past its deadline without asking GitHub', () =>
  playSweep(async ({ github, seed, run, outcomes }) => {
    github.repositories.set('octo/site', withAttempts({ jobs: [runningJob()] }));
    await seed({ random: 'late', sealed: true, deadlineIn: -600 });
    expect(outcomes(await run())).toEqual({ late: 'revoked' });
    expect(github.requests).toEqual([]);
  }));
