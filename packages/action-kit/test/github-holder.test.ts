import { describe, expect, it } from 'vitest';

import { githubHolder } from '../src/github-holder.ts';

const env = {
  GITHUB_SERVER_URL: 'https://github.example.com',
  GITHUB_REPOSITORY: 'octo/site.example',
  GITHUB_REPOSITORY_ID: '42',
  GITHUB_RUN_ID: '1234567',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_JOB: 'deploy all',
  RUNNER_TRACKING_ID: 'github_6f1c52cf-9d0c-4f5b-b1a5-0f7e4a1f2d33',
};

describe('githubHolder', () => {
  it('is what the runner says, with the id that GitHub gave the job', () => {
    expect(githubHolder({ env }, '55512345678')).toEqual({
      kind: 'github-job',
      server: 'https://github.example.com',
      repository: 'octo/site.example',
      repositoryId: '42',
      runId: '1234567',
      runAttempt: '2',
      jobId: '55512345678',
    });
  });

  it.each([
    ['the tracking id, which no number can be taken for', env, 't6f1c52cf'],
    ['the key of the job', { ...env, RUNNER_TRACKING_ID: '' }, 'deploy all'],
    ['a word', { ...env, RUNNER_TRACKING_ID: '-', GITHUB_JOB: '' }, 'unknown'],
  ])('without an id of the job has %s', (_, variables, jobId) => {
    expect(githubHolder({ env: variables }, '').jobId).toBe(jobId);
  });

  it('takes what it has outside a runner', () => {
    expect(githubHolder({ env: {} }, '')).toEqual({
      kind: 'github-job',
      server: 'https://github.com',
      repository: 'local/local',
      repositoryId: undefined,
      runId: '0',
      runAttempt: '1',
      jobId: 'unknown',
    });
  });
});
