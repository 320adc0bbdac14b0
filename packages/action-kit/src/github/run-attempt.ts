// The run attempt that the name of a lease speaks of, as GitHub's REST API wants to be asked for it.
import type { LeaseIdentity } from '@x/exo-iam';

/** Parameters of GitHub's `/repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}`. */
export interface RunAttempt {
  readonly owner: string;
  readonly repo: string;
  readonly run_id: number;
  readonly attempt_number: number;
}

/** `undefined` for a lease that no job of GitHub's can have minted. */
export function runAttemptOf(identity: LeaseIdentity): RunAttempt | undefined {
  const { owner, repository, runId, runAttempt } = identity;
  // A repository of dots would be taken for a step up in the path of the URL.
  if (!isCount(runId) || !isCount(runAttempt) || /^\.+$/.test(repository)) return undefined;
  return { owner, repo: repository, run_id: Number(runId), attempt_number: Number(runAttempt) };
}

// Beyond the safe integers, a number would be rounded to that of another run.
function isCount(text: string): boolean {
  return /^[1-9]\d*$/.test(text) && Number.isSafeInteger(Number(text));
}
