import { describe, expect, it } from 'vitest';

import { jobIdentity } from '../src/job-identity.ts';

const env = {
  GITHUB_REPOSITORY: 'octo/site.example',
  GITHUB_RUN_ID: '1234567',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_JOB: 'deploy all',
  RUNNER_TRACKING_ID: 'github_6f1c52cf-9d0c-4f5b-b1a5-0f7e4a1f2d33',
};

describe('jobIdentity', () => {
  it('is what the runner says, with the id that GitHub gave the job', () => {
    expect(jobIdentity({ env }, '55512345678')).toEqual({
      owner: 'octo',
      repository: 'site.example',
      runId: '1234567',
      runAttempt: '2',
      jobId: '55512345678',
    });
  });

  it.each([
    ['the tracking id, which no number can be taken for', env, 't6f1c52cf'],
    ['the key of the job', { ...env, RUNNER_TRACKING_ID: '' }, 'deployall'],
    ['a word', { ...env, RUNNER_TRACKING_ID: '-', GITHUB_JOB: '.' }, 'unknown'],
  ])('without an id of the job has %s', (_, variables, jobId) => {
    expect(jobIdentity({ env: variables }, '').jobId).toBe(jobId);
  });

  it('cuts a long key of a job', () => {
    expect(jobIdentity({ env: { GITHUB_JOB: 'j'.repeat(90) } }, '').jobId).toHaveLength(36);
  });

  it('is no job of GitHub outside a runner', () => {
    expect(jobIdentity({ env: {} }, '')).toEqual({
      owner: 'local',
      repository: 'local',
      runId: '0',
      runAttempt: '1',
      jobId: 'unknown',
    });
  });
});
