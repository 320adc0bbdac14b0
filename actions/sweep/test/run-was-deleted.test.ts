// 404 from a repository whose runs the token may list: the run is gone, and nobody knows when it ended.
import { expect, it } from 'vitest';

import { playSweep } from './support/play-sweep.ts';

it('keeps the lease of a deleted run until its deadline', () =>
  playSweep(async ({ github, seed, run, outcomes }) => {
    github.repositories.set('octo/site', { runs: {} });
    await seed(
      { random: 'one' },
      { random: 'two', runId: '8' },
      { random: 'three', runId: '9', jobId: 't6f1c52cf' },
      { random: 'late', runId: '9', deadlineIn: -600 },
    );
    const swept = await run();
    expect(swept.exitCode).toBe(0);
    expect(outcomes(swept)).toEqual({ one: 'kept', two: 'kept', three: 'kept', late: 'revoked' });
    const proofs = github.requests.filter((request) => request.includes('/runs?per_page=1:'));
    expect(proofs).toHaveLength(1);
  }));
