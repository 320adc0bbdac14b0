// The environment of a phase: PATH and what GitHub's runner sets, nothing of this process's own.
import type { CommandFiles } from './command-files.ts';

/** Facts about the job that the action may read. */
export const job = {
  owner: 'octo',
  repository: 'site',
  runId: '1234567',
  runAttempt: '1',
  checkRunId: '55512345678',
} as const;

export interface PhaseVariables {
  /** Of earlier steps and of the scenario. */
  readonly env: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly files: CommandFiles;
  readonly folder: string;
  readonly debug: boolean;
}

export function phaseEnvironment(variables: PhaseVariables): Record<string, string> {
  const { env, inputs, state, files, folder, debug } = variables;
  return {
    PATH: process.env['PATH'] ?? '',
    ...env,
    ...prefixed('INPUT_', inputs),
    ...prefixed('STATE_', state),
    ...prefixed('GITHUB_', files),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_JOB: 'deploy',
    GITHUB_REPOSITORY: `${job.owner}/${job.repository}`,
    GITHUB_REPOSITORY_OWNER: job.owner,
    GITHUB_RUN_ID: job.runId,
    GITHUB_RUN_ATTEMPT: job.runAttempt,
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: folder,
    RUNNER_OS: 'Linux',
    RUNNER_TRACKING_ID: 'github_6f1c52cf-9d0c-4f5b-b1a5-0f7e4a1f2d33',
    ...(debug && { RUNNER_DEBUG: '1' }),
  };
}

// As the runner does it: upper case, spaces become underscores, hyphens stay.
function prefixed(
  prefix: string,
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  const variables = Object.entries(values).map(([name, value]) => [
    prefix + (prefix === 'STATE_' ? name : name.replaceAll(' ', '_').toUpperCase()),
    value,
  ]);
  return Object.fromEntries(variables) as Record<string, string>;
}
