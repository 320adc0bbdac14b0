// Whose job this is, from the environment of GitHub's runner.
import type { LeaseIdentity } from '@x/exo-iam';

import type { Step } from './run-step.ts';

/** What of a lease's name the runner decides. */
export type JobIdentity = Pick<
  LeaseIdentity,
  'owner' | 'repository' | 'runId' | 'runAttempt' | 'jobId'
>;

/**
 * The identity of the job.
 *
 * `GITHUB_JOB` is the same for every leg of a matrix, so the job's id is the number GitHub gives it
 * (`job.check_run_id`). GitHub Enterprise Server has none; there it is `t` and eight characters of
 * `RUNNER_TRACKING_ID`, which is new for every job.
 *
 * @param checkRunId The value of `job.check_run_id`, which is no environment variable.
 */
export function jobIdentity({ env }: Pick<Step, 'env'>, checkRunId: string): JobIdentity {
  const [owner = '', repository = ''] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
  const tracking = (env['RUNNER_TRACKING_ID'] ?? '')
    .replace(/^github_|[^0-9a-z]/gi, '')
    .slice(0, 8);
  const job = (env['GITHUB_JOB'] ?? '').replace(/[^\w-]/g, '').slice(0, 36);
  return {
    owner: owner || 'local',
    repository: repository || 'local',
    runId: env['GITHUB_RUN_ID'] || '0',
    runAttempt: env['GITHUB_RUN_ATTEMPT'] || '1',
    jobId: checkRunId || (tracking && `t${tracking}`) || job || 'unknown',
  };
}
