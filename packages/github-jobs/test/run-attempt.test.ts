import type { NamedJob } from '@x/exo-iam';
import { describe, expect, it } from 'vitest';

import { runAttemptOf } from '../src/run-attempt.ts';

const holder: NamedJob = {
  kind: 'github-job',
  serverHash: '996e1f71',
  repositoryId: undefined,
  repositoryHash: '0a1b2c3d',
  repository: 'octo/.github',
  runId: '1234567',
  runAttempt: '2',
  jobId: '55512345678',
};

describe('runAttemptOf', () => {
  it('gives the parameters of the request', () => {
    const attempt = { run_id: 1_234_567, attempt_number: 2 };
    const byName = { ...attempt, repositoryPath: '/repos/octo/.github' };
    expect(runAttemptOf(holder)).toEqual(byName);
    const byId = { ...attempt, repositoryPath: '/repositories/42' };
    expect(runAttemptOf({ ...holder, repositoryId: '42' })).toEqual(byId);
  });

  it.each([
    ['a run of zero', { runId: '0' }],
    ['a run that is not a number', { runId: 'local' }],
    ['a run that JavaScript would take for another', { runId: '1e3' }],
    ['a run that would be rounded to another', { runId: '9007199254740993' }],
    ['an attempt of zero', { runAttempt: '0' }],
    ['a repository that leads up in a path', { repository: 'octo/..' }],
    ['a repository that leads nowhere', { repository: 'octo/.' }],
  ])('gives nothing for %s', (_, change) => {
    expect(runAttemptOf({ ...holder, ...change })).toBeUndefined();
  });
});
