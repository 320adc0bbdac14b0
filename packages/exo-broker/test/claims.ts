// Claims as GitHub and GitLab give them.

export const publicUrl = 'https://broker.example.com';
export const recipient = 'elr_test';
/** UNIX seconds. */
export const startSeconds = 1_800_000_000;

let count = 0;

export function githubClaims(
  issuer: string,
  changes: Record<string, unknown> = {},
): Record<string, unknown> {
  count += 1;
  return {
    iss: issuer,
    aud: `${publicUrl}?recipient=${recipient}`,
    sub: 'repo:acme/shop:ref:refs/heads/main',
    jti: `jti-${count}`,
    iat: startSeconds,
    nbf: startSeconds,
    exp: startSeconds + 300,
    repository: 'acme/shop',
    repository_id: '260064828',
    repository_owner: 'acme',
    repository_owner_id: '1342004',
    ref: 'refs/heads/main',
    ref_type: 'branch',
    ref_protected: 'true',
    event_name: 'push',
    workflow_ref: 'acme/shop/.github/workflows/deploy.yml@refs/heads/main',
    run_id: '77',
    run_attempt: '1',
    check_run_id: '9001',
    ...changes,
  };
}

export function gitlabClaims(
  issuer: string,
  changes: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    iss: issuer,
    aud: publicUrl,
    sub: 'project_path:acme/web/shop:ref_type:branch:ref:main',
    jti: 'gitlab-1',
    iat: startSeconds,
    nbf: startSeconds,
    exp: startSeconds + 3600,
    project_id: '42',
    project_path: 'acme/web/shop',
    namespace_id: '7',
    namespace_path: 'acme/web',
    ref: 'main',
    ref_type: 'branch',
    ref_protected: 'true',
    pipeline_source: 'push',
    pipeline_id: '500',
    job_id: '600',
    runner_id: 3,
    ...changes,
  };
}
