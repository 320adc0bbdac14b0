// A 502 that passes is not seen; one that stays costs one lease its judgment. The page of HTML stays out of
// the log.
import { refusals } from '@x/action-harness';
import { expect, it } from 'vitest';

import { overJob } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('keeps the lease of a lookup that failed, and goes on with the others', () =>
  playSweep(async ({ github, seed, run, outcomes, story }) => {
    github.refuse({ path: /runs\/1\//, reply: refusals.serverError() });
    const attempt = { jobs: [overJob()] };
    github.repositories.set('octo/site', { runs: { '1': [attempt], '2': [attempt] } });
    await seed({ runId: '1', random: 'one' }, { runId: '2', random: 'two' });
    const swept = await run();
    expect(swept.exitCode).toBe(1);
    expect(outcomes(swept)).toEqual({ one: 'failed', two: 'revoked' });
    expect(swept.annotations.at(-1)?.message).toContain('502');
    await expect(story()).toMatchFileSnapshot('snapshots/github-fails.txt');
  }));

it('asks again after one 502 and one connection that was cut, and succeeds', () =>
  playSweep(async ({ github, seed, run, outcomes }) => {
    github.refuse({ path: /runs\/1\//, times: 1, reply: refusals.serverError() });
    github.refuse({ path: /runs\/2\//, times: 1, reply: 'drop' });
    const attempt = { jobs: [overJob()] };
    github.repositories.set('octo/site', { runs: { '1': [attempt], '2': [attempt] } });
    await seed({ runId: '1', random: 'one' }, { runId: '2', random: 'two' });
    const swept = await run();
    expect(swept.exitCode).toBe(0);
    expect(outcomes(swept)).toEqual({ one: 'revoked', two: 'revoked' });
    expect(github.requests).toHaveLength(4);
  }));
