// Selects leases of a repository or a run.
import { repositoryHash, type FoundLease } from '@x/exo-iam';

export interface SelectOptions {
  readonly prefix: string;
  /** `owner/name`. */
  readonly repository?: string;
  readonly run?: string;
}

export async function selectLeases(
  leases: readonly FoundLease[],
  { repository, run }: Omit<SelectOptions, 'prefix'>,
): Promise<FoundLease[]> {
  const hash = repository === undefined ? undefined : await repositoryHash(repository);
  return leases.filter(({ leaseName: { holder } }) => {
    const isGithub = holder.kind === 'github-job' || holder.kind === 'github-run';
    if (hash !== undefined && !(isGithub && holder.repositoryHash === hash)) return false;
    if (run === undefined) return true;
    return isGithub ? holder.runId === run : holder.kind === 'ci-job' && holder.pipelineId === run;
  });
}
