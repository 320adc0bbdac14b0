// After a compromise: every lease ends now, also that of a job that runs, and GitHub is not asked.
import { assertFailure } from '@x/action-harness';
import { expect, it } from 'vitest';

import { playSweep } from './support/play-sweep.ts';

const all = { all: 'true', 'dry-run': 'false' };

it('revokes every lease of the prefix, regardless of max-keys and of a token', () =>
  playSweep(async ({ job, github, seed, run }) => {
    await seed({}, { random: 'other', repository: 'blog' }, { random: 'sealed', sealed: true });
    await seed({ prefix: 'foreign', random: 'foreign' });
    const swept = await run({ inputs: { ...all, 'max-keys': '1', 'github-token': '' } });
    expect(swept.exitCode).toBe(0);
    expect(swept.outputs).toMatchObject({ revoked: '3', kept: '0', failed: '0' });
    expect(swept.annotations.map(({ level }) => level)).toEqual(['warning']);
    expect(github.requests).toEqual([]);
    expect(job.leftovers().map((name) => name.split('.')[2])).toEqual(['foreign', 'foreign']);
  }));

it.each([
  ['a repository', { repository: 'Octo/Blog' }, { two: 'revoked', three: 'revoked' }],
  ['a run', { 'run-id': '7' }, { one: 'revoked', three: 'revoked' }],
  ['a run of a repository', { repository: 'octo/blog', 'run-id': '7' }, { three: 'revoked' }],
])('revokes no more than the leases of %s', (_, limits, expected) =>
  playSweep(async ({ seed, run, outcomes }) => {
    await seed({ runId: '7', random: 'one' }, { repository: 'blog', random: 'two' });
    await seed({ repository: 'blog', runId: '7', random: 'three' });
    const swept = await run({ inputs: { ...all, ...limits } });
    expect(outcomes(swept)).toEqual(expected);
  }),
);

it('shows them in a dry run', () =>
  playSweep(async ({ job, seed, run }) => {
    await seed({});
    const swept = await run({ inputs: { all: 'true', 'dry-run': 'true' } });
    expect(swept.outputs).toMatchObject({ revoked: '0', due: '1' });
    expect(job.leftovers()).toHaveLength(2);
  }));

it.each([
  ['dry-run', { 'dry-run': '' }],
  ['dry-run', { 'dry-run': 'no' }],
  ['repository', { repository: 'site' }],
  ['run-id', { 'run-id': 'https://github.com/octo/site/actions/runs/7' }],
])('is refused for its %s: %j', (field, inputs) =>
  playSweep(async ({ job, seed, run }) => {
    await seed({});
    const swept = await run({ inputs: { ...all, ...inputs } });
    expect(assertFailure(swept, { leftovers: () => [] })).toContain(field);
    expect(swept.requests).toEqual([]);
    expect(job.leftovers()).toHaveLength(2);
  }),
);
