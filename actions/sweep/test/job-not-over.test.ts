// Every status of GitHub's but `completed` is a job that may still need its key, unknown ones too.
import { expect, it } from 'vitest';

import { runningJob, withAttempts } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('keeps the lease whatever a job that is not completed is called', () =>
  playSweep(async ({ github, seed, run, outcomes }) => {
    const statuses = ['queued', 'waiting', 'pending', 'requested', 'in_progress', 'of_tomorrow'];
    const jobs = statuses.map((status, index) => runningJob({ id: index + 1, status }));
    github.repositories.set('octo/site', withAttempts({ jobs }));
    await seed(...statuses.map((_, index) => ({ jobId: `${index + 1}`, random: `${index + 1}` })));
    const swept = await run();
    expect(Object.values(outcomes(swept))).toEqual(statuses.map(() => 'kept'));
  }));
