// Selects leases of a repository or a run.
import { checkLists, checkObjects } from '../check-arguments.ts';
import type { FoundLease } from './find-leases.ts';
import { repositoryHash } from './short-hash.ts';

/** Which leases to end. */
export interface LeaseLimits {
  /** Only leases of this GitHub repository, `owner/name`. Default any. */
  readonly repository?: string | undefined;
  /** Only leases of this GitHub run, or this pipeline of another CI. Default any. */
  readonly runId?: string | undefined;
}

/** The leases of that repository and that run, in the same order. */
export async function selectLeases(
  leases: readonly FoundLease[],
  limits: LeaseLimits,
): Promise<FoundLease[]> {
  checkLists({ leases });
  checkObjects({ limits });
  const { repository, runId } = limits;
  const hash = repository === undefined ? undefined : await repositoryHash(repository);
  return leases.filter(({ leaseName: { holder } }) => {
    const isGithub = holder.kind === 'github-job' || holder.kind === 'github-run';
    if (hash !== undefined && !(isGithub && holder.repositoryHash === hash)) return false;
    if (runId === undefined) return true;
    return isGithub
      ? holder.runId === runId
      : holder.kind === 'ci-job' && holder.pipelineId === runId;
  });
}
