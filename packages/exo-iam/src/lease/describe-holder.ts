// Whose a lease is, for people.
import type { NamedHolder } from './named-holder.ts';

/** `acme/shop, run 12 attempt 1, job 34` for example. */
export function describeHolder(holder: NamedHolder): string {
  switch (holder.kind) {
    case 'github-job':
      return `${repositoryWords(holder)}, run ${holder.runId} attempt ${holder.runAttempt}, job ${holder.jobId}`;
    case 'github-run':
      return `${repositoryWords(holder)}, run ${holder.runId} attempt ${holder.runAttempt}`;
    case 'ci-job':
      return `project ${holder.projectId}, pipeline ${holder.pipelineId}, job ${holder.jobId}`;
    case 'local':
      return `${holder.user} on ${holder.machine}`;
  }
}

/** The repository as its name says, or by its number. */
export function repositoryWords(holder: {
  readonly repository: string | undefined;
  readonly repositoryId: string | undefined;
}): string {
  const { repository, repositoryId } = holder;
  return repository ?? (repositoryId === undefined ? 'a repository' : `repository ${repositoryId}`);
}
