// Describes the holder of a lease for people.
import type { NamedHolder } from './named-holder.ts';

/** `acme/shop, run 12 attempt 1, job 34` for example. */
export function describeHolder(holder: NamedHolder): string {
  if (holder.kind === 'local') return `${holder.user} on ${holder.machine}`;
  if (holder.kind === 'ci-job') {
    return `project ${holder.projectId}, pipeline ${holder.pipelineId}, job ${holder.jobId}`;
  }
  const run = `${repositoryWords(holder)}, run ${holder.runId} attempt ${holder.runAttempt}`;
  return holder.kind === 'github-job' ? `${run}, job ${holder.jobId}` : run;
}

// The repository as its name says, or by its number.
function repositoryWords(holder: {
  readonly repository: string | undefined;
  readonly repositoryId: string | undefined;
}): string {
  const { repository, repositoryId } = holder;
  return repository ?? (repositoryId === undefined ? 'a repository' : `repository ${repositoryId}`);
}
