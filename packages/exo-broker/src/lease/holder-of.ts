// The holder of a lease, from the claims of a verified token.
import type { Holder } from '@x/exo-iam';

import type { Identity } from '../identity/identity.ts';

export function holderOf(identity: Identity, issuerUrl: string): Holder {
  const { kind, claims, job } = identity;
  if (kind === 'gitlab') {
    return {
      kind: 'ci-job',
      issuer: issuerUrl,
      projectId: job.repositoryId,
      pipelineId: job.run,
      jobId: job.job ?? '0',
      project: textClaim(claims['project_path']),
    };
  }
  const run = {
    server: serverOf(issuerUrl),
    repository: textClaim(claims['repository']) ?? 'unknown/unknown',
    repositoryId: job.repositoryId,
    runId: job.run,
    runAttempt: job.attempt,
  };
  return job.job === undefined
    ? { kind: 'github-run', ...run }
    : { kind: 'github-job', ...run, jobId: job.job };
}

/** The GitHub server of an issuer. */
function serverOf(issuerUrl: string): string {
  const { hostname, origin } = new URL(issuerUrl);
  if (hostname === 'token.actions.githubusercontent.com') return 'https://github.com';
  const [, subdomain] = /^token\.actions\.([\w-]+\.ghe\.com)$/.exec(hostname) ?? [];
  return subdomain === undefined ? origin : `https://${subdomain}`;
}

function textClaim(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
