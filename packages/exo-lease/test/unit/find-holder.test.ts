// Whose lease it is, by the variables of each CI system.
import { formatLeaseName } from '@x/exo-iam';
import { expect, it } from 'vitest';

import { findHolder } from '../../src/lease/find-holder.ts';

const github = {
  GITHUB_ACTIONS: 'true',
  GITHUB_SERVER_URL: 'https://ci.example.com',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_REPOSITORY_ID: '7',
  GITHUB_RUN_ID: '12',
  GITHUB_RUN_ATTEMPT: '2',
  RUNNER_TRACKING_ID: 'github_0a1b2c3d-4e5f',
};

it.each([
  [
    'GitHub',
    github,
    {
      kind: 'github-job',
      repository: 'acme/shop',
      repositoryId: '7',
      runId: '12',
      runAttempt: '2',
      jobId: 't0a1b2c3d',
    },
  ],
  [
    'Forgejo',
    { ...github, FORGEJO_ACTIONS: 'true' },
    { kind: 'ci-job', issuer: 'https://ci.example.com', projectId: '7', pipelineId: '12' },
  ],
  [
    'GitLab',
    {
      GITLAB_CI: 'true',
      CI_SERVER_URL: 'https://gitlab.example.com',
      CI_PROJECT_ID: '3',
      CI_PIPELINE_ID: '4',
      CI_JOB_ID: '5',
    },
    {
      kind: 'ci-job',
      issuer: 'https://gitlab.example.com',
      projectId: '3',
      pipelineId: '4',
      jobId: '5',
    },
  ],
  [
    'Jenkins',
    {
      JENKINS_URL: 'https://jenkins.example.com/',
      JOB_NAME: 'shop/main branch',
      BUILD_NUMBER: '9',
    },
    { kind: 'ci-job', projectId: 'shop/main branch', pipelineId: '9' },
  ],
  ['a shell', { USER: 'ada' }, { kind: 'local', user: 'ada' }],
])('%s', async (_, env, expected) => {
  const holder = findHolder(env);
  expect(holder).toMatchObject(expected);
  const name = await formatLeaseName({ prefix: 'p', deadline: 1, random: 'a', holder });
  expect(name).toMatch(/^[\w.-]{1,191}$/);
});
