// A proxy answers 200 with something else.
import { expect, it } from 'vitest';

import { withAttempts } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('keeps the lease when the answer is not what was asked for', () =>
  playSweep(async ({ github, seed, run, outcomes }) => {
    github.repositories.set('octo/site', withAttempts({ jobs: [] }));
    github.refuse({ path: /runs\/1\//, reply: { status: 200, body: '<h1>Please log in</h1>' } });
    github.refuse({
      path: /runs\/2\//,
      reply: { status: 200, body: { total_count: 1, jobs: null } },
    });
    github.refuse({ path: /runs\/3\//, reply: { status: 200, body: {} } });
    await seed(...['1', '2', '3'].map((runId) => ({ runId, random: `of${runId}` })));
    const swept = await run();
    expect(swept.exitCode).toBe(1);
    expect(outcomes(swept)).toEqual({ of1: 'failed', of2: 'failed', of3: 'failed' });
  }));
