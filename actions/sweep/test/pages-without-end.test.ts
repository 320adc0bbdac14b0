// A list whose last page names a next one is cut off.
import { expect, it } from 'vitest';

import { runningJob, withAttempts } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('reads no more than twenty pages, then asks for the attempt', () =>
  playSweep(async ({ github, seed, run, outcomes }) => {
    const path = '/repos/octo/site/actions/runs/1234567/attempts/1/jobs';
    const headers = { link: `<${github.url}${path}?page=2>; rel="next"` };
    const body = { total_count: 1, jobs: [{ id: 7 }] };
    github.refuse({ path: /\/jobs/, reply: { status: 200, headers, body } });
    github.repositories.set('octo/site', withAttempts({ jobs: [runningJob()] }));
    await seed({});
    const swept = await run();
    expect(outcomes(swept)).toEqual({ '0a1b2c3d': 'kept' });
    expect(github.requests).toHaveLength(21);
  }));
