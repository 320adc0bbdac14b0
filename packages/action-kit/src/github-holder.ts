// Finds out which job this is, from the environment of GitHub's runner.
import type { GithubJob } from '@x/exo-iam';

import type { Step } from './step.ts';

/**
 * The job, as the holder of a lease.
 *
 * `GITHUB_JOB` is the same for every leg of a matrix, so the job's id is the number that GitHub gives it
 * (`job.check_run_id`). GitHub Enterprise Server has none; there it is `t` and eight characters of
 * `RUNNER_TRACKING_ID`, which is new for every job.
 *
 * @param checkRunId The value of `job.check_run_id`, which is not an environment variable.
 */
export function githubHolder({ env }: Pick<Step, 'env'>, checkRunId: string): GithubJob {
  const tracking = (env['RUNNER_TRACKING_ID'] ?? '')
    .replace(/^github_|[^0-9a-z]/gi, '')
    .slice(0, 8);
  return {
    kind: 'github-job',
    server: env['GITHUB_SERVER_URL'] || 'https://github.com',
    repository: env['GITHUB_REPOSITORY'] || 'local/local',
    repositoryId: env['GITHUB_REPOSITORY_ID'] || undefined,
    runId: env['GITHUB_RUN_ID'] || '0',
    runAttempt: env['GITHUB_RUN_ATTEMPT'] || '1',
    jobId: checkRunId || (tracking && `t${tracking}`) || env['GITHUB_JOB'] || 'unknown',
  };
}
