// The holder of the lease: a job of the CI system that this process runs in, or a person's machine.
import { hostname, userInfo } from 'node:os';

import type { Holder } from '@x/exo-iam';

import type { Environment } from '../context.ts';

export function findHolder(env: Environment): Holder {
  return gitlabJob(env) ?? jenkinsBuild(env) ?? actionsJob(env) ?? localHolder(env);
}

function gitlabJob(env: Environment): Holder | undefined {
  if (!env['GITLAB_CI'] || !env['CI_JOB_ID']) return undefined;
  return {
    kind: 'ci-job',
    issuer: env['CI_SERVER_URL'] || 'https://gitlab.com',
    projectId: env['CI_PROJECT_ID'] || '0',
    pipelineId: env['CI_PIPELINE_ID'] || '0',
    jobId: env['CI_JOB_ID'],
    project: env['CI_PROJECT_PATH'],
  };
}

function jenkinsBuild(env: Environment): Holder | undefined {
  if (!env['JENKINS_URL'] || !env['JOB_NAME']) return undefined;
  return {
    kind: 'ci-job',
    issuer: env['JENKINS_URL'],
    projectId: env['JOB_NAME'],
    pipelineId: env['BUILD_NUMBER'] || '0',
    jobId: env['EXECUTOR_NUMBER'] || '0',
    project: env['JOB_NAME'],
  };
}

function actionsJob(env: Environment): Holder | undefined {
  const repository = env['GITHUB_REPOSITORY'];
  if (env['GITHUB_ACTIONS'] !== 'true' || !repository) return undefined;
  const server = env['GITHUB_SERVER_URL'] || 'https://github.com';
  const runId = env['GITHUB_RUN_ID'] || '0';
  const repositoryId = env['GITHUB_REPOSITORY_ID'];
  // GitHub's environment has no id of the job. The tracking id is new for every job.
  const tracking = (env['RUNNER_TRACKING_ID'] ?? '').replace(/^github_|[^0-9a-z]/gi, '');
  const jobId = tracking ? `t${tracking.slice(0, 8)}` : env['GITHUB_JOB'] || 'job';
  // They set GitHub's variables but are not GitHub, so a sweep cannot ask GitHub about their jobs.
  if (env['FORGEJO_ACTIONS'] || env['GITEA_ACTIONS']) {
    const projectId = repositoryId || repository;
    return {
      kind: 'ci-job',
      issuer: server,
      projectId,
      pipelineId: runId,
      jobId,
      project: repository,
    };
  }
  const runAttempt = env['GITHUB_RUN_ATTEMPT'] || '1';
  return { kind: 'github-job', server, repository, repositoryId, runId, runAttempt, jobId };
}

function localHolder(env: Environment): Holder {
  return { kind: 'local', user: env['USER'] || env['USERNAME'] || userName(), machine: hostname() };
}

// A container may run as a user id that has no name.
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '-';
  }
}
