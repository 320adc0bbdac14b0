// The run attempt that the name of a lease speaks of, in the terms of GitHub's REST API.
import type { NamedJob, NamedRun } from '@x/exo-iam';

/** Where to ask about a run attempt. */
export interface RunAttempt {
  /** `/repositories/123` or `/repos/octo/site`. */
  readonly repositoryPath: string;
  readonly run_id: number;
  readonly attempt_number: number;
}

/**
 * `undefined` for a lease that no job of GitHub can have minted, and for one whose repository has neither
 * a number nor a whole name.
 */
export function runAttemptOf(holder: NamedJob | NamedRun): RunAttempt | undefined {
  const { runId, runAttempt } = holder;
  const repositoryPath = pathOf(holder);
  if (!repositoryPath || !isCount(runId) || !isCount(runAttempt)) return undefined;
  return { repositoryPath, run_id: Number(runId), attempt_number: Number(runAttempt) };
}

// The number survives a rename, and a name that somebody else took over has another number.
function pathOf({ repository, repositoryId }: NamedJob | NamedRun): string | undefined {
  if (repositoryId !== undefined)
    return isCount(repositoryId) ? `/repositories/${repositoryId}` : undefined;
  // A part of dots would be taken for a step up in the path of the URL.
  if (repository === undefined || repository.split('/').some((part) => /^\.*$/.test(part))) {
    return undefined;
  }
  return `/repos/${repository}`;
}

// Beyond the safe integers, a number would be rounded to that of another run.
function isCount(text: string): boolean {
  return /^[1-9]\d*$/.test(text) && Number.isSafeInteger(Number(text));
}
