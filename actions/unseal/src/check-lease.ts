// Whether an opened lease is for this run, still works, and is for an API that may be called.
import { ActionError } from '@x/action-kit';
import { resolveEndpoint, type GithubJob } from '@x/exo-iam';
import type { SealedPayload } from '@x/seal';

/**
 * @throws {ActionError} `ERR_SEALED_FOREIGN`. @throws {ExoIamError} `ERR_ENDPOINT_INVALID`,
 *   `ERR_ZONE_INVALID`: anyone who has the recipient can seal, so the content is checked like an input.
 */
export function checkLease(
  { holder, zone, endpoint, ...payload }: SealedPayload,
  { job, now }: { readonly job: GithubJob; readonly now: number },
): void {
  if (holder.kind !== 'github-run') {
    throw foreign('It was not sealed for a run of GitHub', 'mint with seal-to in this run');
  }
  const sameServer = trimmed(holder.server) === trimmed(job.server);
  const sameRepository =
    job.repositoryId === undefined || holder['repository-id'] === undefined
      ? holder.repository?.toLowerCase() === job.repository.toLowerCase()
      : holder['repository-id'] === job.repositoryId;
  if (!sameServer || !sameRepository) {
    throw foreign('It was sealed for another repository', 'mint with seal-to in this run');
  }
  if (holder.run !== job.runId) {
    throw foreign('It was sealed for another run', 'mint with seal-to in this run');
  }
  if (holder.attempt !== job.runAttempt) {
    throw foreign(
      `It belongs to attempt ${holder.attempt} of this run, and this is attempt ${job.runAttempt}. "Re-run failed jobs" does not run the job again that mints`,
      '"Re-run all jobs"',
    );
  }
  const until = payload['expires-at'];
  if (Date.parse(until) <= now) {
    throw foreign(`Its deadline was ${until}`, '"Re-run all jobs", or a longer ttl in mint');
  }
  resolveEndpoint({ ...(zone && { zone }), ...(endpoint && { endpoint }) });
}

function trimmed(url = ''): string {
  return url.toLowerCase().replace(/\/+$/, '');
}

function foreign(problem: string, remedy: string): ActionError {
  return new ActionError(
    'ERR_SEALED_FOREIGN',
    `The sealed lease is not used. ${problem}. Expected a lease of this run; use ${remedy}.`,
    { field: 'sealed' },
  );
}
