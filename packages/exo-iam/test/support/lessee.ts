// A job of GitHub that asks for a lease, and the name that its lease has at a deadline.
import { formatLeaseName } from '../../src/lease/format-lease-name.ts';
import type { GithubJob } from '../../src/lease/holder.ts';

export const githubJob: GithubJob = {
  kind: 'github-job',
  server: 'https://github.com',
  repository: 'x/exo-lease',
  repositoryId: '260064828',
  runId: '19876543210',
  runAttempt: '1',
  jobId: '55512345678',
};

export const lessee: { readonly prefix: string; readonly holder: GithubJob } = {
  prefix: 'exo-lease',
  holder: githubJob,
};

/** The name of a lease of that job. */
export function nameOf(
  deadline: number,
  {
    prefix = 'exo-lease',
    random = '0a1b2c3d',
    ...job
  }: Partial<GithubJob & { prefix: string; random: string }> = {},
): Promise<string> {
  return formatLeaseName({ prefix, deadline, random, holder: { ...githubJob, ...job } });
}
