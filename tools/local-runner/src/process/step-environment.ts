// The environment variables of a step's process. Each layer overrides those before it; GitHub's own variables
// come last, so that GITHUB_ENV and `env:` cannot change them.
import { delimiter } from 'node:path';

export interface EnvironmentLayers {
  /** PATH, HOME and the like. */
  readonly base: Readonly<Record<string, string>>;
  /** The `env` context. */
  readonly env: Readonly<Record<string, string>>;
  /** INPUT_ and STATE_. */
  readonly action: Readonly<Record<string, string>>;
  readonly github: Readonly<Record<string, unknown>>;
  readonly runner: Readonly<Record<string, string>>;
  /** From GITHUB_PATH, the latest last. */
  readonly prependedPath: readonly string[];
}

// The members of the `github` context that become GITHUB_ variables; `token` and `event` do not.
const githubMembers = [
  'action',
  'action_path',
  'action_ref',
  'action_repository',
  'actor',
  'actor_id',
  'api_url',
  'base_ref',
  'env',
  'event_name',
  'event_path',
  'graphql_url',
  'head_ref',
  'job',
  'output',
  'path',
  'ref',
  'ref_name',
  'ref_protected',
  'ref_type',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'retention_days',
  'run_attempt',
  'run_id',
  'run_number',
  'server_url',
  'sha',
  'state',
  'step_summary',
  'triggering_actor',
  'workflow',
  'workflow_ref',
  'workflow_sha',
  'workspace',
];

export function buildStepEnvironment(layers: EnvironmentLayers): Readonly<Record<string, string>> {
  const { base, env, action, github, runner, prependedPath } = layers;
  const environment: Record<string, string> = { CI: 'true', ...base, ...env, ...action };
  for (const name of githubMembers) {
    const value = github[name];
    if (typeof value === 'string') environment[`GITHUB_${name.toUpperCase()}`] = value;
  }
  for (const [name, value] of Object.entries(runner)) {
    environment[`RUNNER_${name.toUpperCase()}`] = value;
  }
  environment['GITHUB_ACTIONS'] = 'true';
  if (prependedPath.length > 0) {
    const rest = environment['PATH'] ?? '';
    environment['PATH'] = [...prependedPath.toReversed(), rest].filter(Boolean).join(delimiter);
  }
  return environment;
}

const basics = /^(?:PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_\w+|TZ|TMPDIR|TMP|TEMP|XDG_RUNTIME_DIR)$/;

/** The variables of this process that steps see: the basics and the requested names. */
export function pickHostEnvironment(
  host: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
): Readonly<Record<string, string>> {
  const wanted = Object.entries(host).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && (basics.test(entry[0]) || names.includes(entry[0])),
  );
  return Object.fromEntries(wanted);
}
