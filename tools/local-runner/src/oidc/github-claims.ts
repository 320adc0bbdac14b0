// The claims of GitHub's OIDC token, from the `github` context of a job.

const members = [
  'actor',
  'actor_id',
  'base_ref',
  'event_name',
  'head_ref',
  'ref',
  'ref_protected',
  'ref_type',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'repository_visibility',
  'run_attempt',
  'run_id',
  'run_number',
  'sha',
  'workflow',
  'workflow_ref',
  'workflow_sha',
];

export interface ClaimSources {
  readonly github: Readonly<Record<string, unknown>>;
  readonly checkRunId: number | string | undefined;
  /** The name of the job's environment. */
  readonly environment: string | undefined;
}

export function githubClaims({
  github,
  checkRunId,
  environment,
}: ClaimSources): Record<string, unknown> {
  const copied = Object.fromEntries(members.map((name) => [name, github[name] ?? '']));
  const context = environment ? `environment:${environment}` : `ref:${String(github['ref'])}`;
  return {
    ...copied,
    sub: `repo:${String(github['repository'])}:${context}`,
    job_workflow_ref: github['workflow_ref'],
    runner_environment: 'github-hosted',
    ...(checkRunId !== undefined && { check_run_id: String(checkRunId) }),
    ...(environment && { environment }),
  };
}
