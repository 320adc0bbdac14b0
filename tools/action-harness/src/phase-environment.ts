// The environment of a phase: PATH and what GitHub's runner sets, nothing of this process's own.
import {
  buildStepEnvironment,
  toInputVariables,
  toStateVariables,
  type CommandFiles,
} from '@x/local-runner/phase';

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

export function phaseEnvironment(variables: PhaseVariables): Readonly<Record<string, string>> {
  const { env, inputs, state, files, folder, debug } = variables;
  return buildStepEnvironment({
    base: { PATH: process.env['PATH'] ?? '' },
    env,
    action: { ...toInputVariables(inputs), ...toStateVariables(Object.entries(state)) },
    github: {
      ...files,
      job: 'deploy',
      repository: `${job.owner}/${job.repository}`,
      repository_owner: job.owner,
      run_id: job.runId,
      run_attempt: job.runAttempt,
      workspace: folder,
    },
    runner: {
      os: 'Linux',
      temp: folder,
      tracking_id: 'github_6f1c52cf-9d0c-4f5b-b1a5-0f7e4a1f2d33',
      ...(debug && { debug: '1' }),
    },
    prependedPath: [],
  });
}
