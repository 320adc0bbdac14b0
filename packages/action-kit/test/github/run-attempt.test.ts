import { describe, expect, it } from 'vitest';

import { runAttemptOf } from '../../src/github/run-attempt.ts';

const identity = {
  prefix: 'exo-lease',
  deadline: 1_790_000_000,
  runId: '1234567',
  runAttempt: '2',
  jobId: '55512345678',
  random: '0a1b2c3d',
  owner: 'octo',
  repository: '.github',
};

describe('runAttemptOf', () => {
  it('gives the parameters of the request', () => {
    const attempt = { owner: 'octo', repo: '.github', run_id: 1_234_567, attempt_number: 2 };
    expect(runAttemptOf(identity)).toEqual(attempt);
  });

  it.each([
    ['a run of zero', { runId: '0' }],
    ['a run that is no number', { runId: 'local' }],
    ['a run that JavaScript would take for another', { runId: '1e3' }],
    ['a run that would be rounded to another', { runId: '9007199254740993' }],
    ['an attempt of zero', { runAttempt: '0' }],
    ['a repository that leads up in a path', { repository: '..' }],
    ['a repository that leads nowhere', { repository: '.' }],
  ])('gives nothing for %s', (_, change) => {
    expect(runAttemptOf({ ...identity, ...change })).toBeUndefined();
  });
});
