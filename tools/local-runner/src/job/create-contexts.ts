// The contexts of a job, with invented but well-formed values for everything that was not given.
import { arch, platform } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';

import type { RunJobOptions } from '../run-job-options.ts';
import type { Workflow } from '../workflow/types.ts';
import type { MatrixLeg } from './expand-matrix.ts';
import type { JobContexts, JobDirectories } from './job-state.ts';

export interface ContextSources {
  readonly options: RunJobOptions;
  readonly workflow: Workflow;
  readonly directories: JobDirectories;
  readonly leg: MatrixLeg;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** RUNNER_TRACKING_ID: different for every job. */
  readonly trackingId: string;
}

const systems: Readonly<Record<string, string>> = {
  linux: 'Linux',
  darwin: 'macOS',
  win32: 'Windows',
};

export function createContexts(sources: ContextSources): JobContexts {
  const { options, directories, leg, inputs } = sources;
  const github = createGithubContext(sources);
  return {
    github,
    inputs,
    runner: {
      os: systems[platform()] ?? platform(),
      arch: arch().toUpperCase(),
      name: 'local-runner',
      environment: 'self-hosted',
      temp: directories.temp,
      tool_cache: directories.toolCache,
      workspace: join(directories.workspace, '..'),
      tracking_id: sources.trackingId,
      ...(options.debug ? { debug: '1' } : {}),
    },
    strategy: leg.strategy,
    matrix: Object.keys(leg.matrix).length > 0 ? leg.matrix : null,
    vars: options.vars ?? {},
    secrets: {
      GITHUB_TOKEN: github['token'] as string,
      ...options.secrets,
    },
    needs: options.needs ?? {},
    checkRunId: options.checkRunId,
  };
}

function createGithubContext(sources: ContextSources): Readonly<Record<string, unknown>> {
  const { options, workflow, directories, inputs } = sources;
  const given = stringify(options.github ?? {});
  const repository = given['repository'] ?? 'x/exo-lease';
  const ref = given['ref'] ?? 'refs/heads/main';
  const file = relative(directories.workspace, resolve(options.workflowFile));
  const path = file.startsWith('..') ? `.github/workflows/${basename(options.workflowFile)}` : file;
  const sha = given['sha'] ?? '0'.repeat(40);
  const server = given['server_url'] ?? 'https://github.com';
  const actor = given['actor'] ?? 'octocat';
  return {
    token: options.secrets?.['GITHUB_TOKEN'] ?? '',
    job: workflow.job.id,
    workflow: workflow.name ?? path,
    workflow_sha: sha,
    workflow_ref: `${repository}/${path}@${ref}`,
    repository,
    repository_id: '1',
    repository_visibility: 'private',
    repository_owner: repository.split('/')[0],
    repository_owner_id: '1',
    repositoryUrl: `git://${new URL(server).host}/${repository}.git`,
    run_id: '1',
    run_number: '1',
    run_attempt: '1',
    retention_days: '90',
    actor,
    actor_id: '1',
    triggering_actor: actor,
    ref,
    sha,
    ref_name: ref.replace(/^refs\/(?:heads|tags)\//, ''),
    ref_protected: 'false',
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    head_ref: '',
    base_ref: '',
    event_name: 'workflow_dispatch',
    event: { inputs },
    event_path: join(directories.temp, '_github_workflow', 'event.json'),
    server_url: server,
    api_url: 'https://api.github.com',
    graphql_url: 'https://api.github.com/graphql',
    workspace: directories.workspace,
    secret_source: 'Actions',
    ...options.github,
    ...given,
  };
}

// A run id may be given as a number; in the context, as in the environment, it is a string.
function stringify(values: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const scalars = Object.entries(values).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[name, String(value)] as const] : [],
  );
  return Object.fromEntries(scalars);
}
