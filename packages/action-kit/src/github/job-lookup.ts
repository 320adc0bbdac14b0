// Asks GitHub whether the job of a lease is over: by the job's id among the jobs of its run attempt, else
// by the attempt. Never by the run: that shows its latest attempt, so a re-run would make an orphan of the
// first attempt look alive.
import { getOctokit } from '@actions/github';
import type { JobVerdict, LeaseIdentity } from '@x/exo-iam';

import { explainRefusal, statusOf } from './explain-refusal.ts';

export interface JobLookup {
  /**
   * @throws {ActionError} `ERR_JOB_UNKNOWN` when GitHub cannot be asked: not knowing is no reason to
   *   revoke.
   */
  isOver(identity: LeaseIdentity): Promise<JobVerdict>;
  /** Requests made so far, and what is left of the hour as far as GitHub said so. */
  quota(): { readonly requests: number; readonly remaining: number | undefined };
}

export interface JobLookupOptions {
  readonly token: string;
  /** `GITHUB_API_URL`. */
  readonly apiUrl: string;
  /** Bound of one request, in milliseconds. Default 15,000. */
  readonly requestTimeoutMs?: number;
}

type Octokit = ReturnType<typeof getOctokit>;

interface AttemptParameters {
  readonly owner: string;
  readonly repo: string;
  readonly run_id: number;
  readonly attempt_number: number;
}

type AttemptJobs = Awaited<ReturnType<typeof listJobs>>;

/** One request per run attempt answers for all its jobs, so a matrix of a hundred costs no more than one job. */
export function createJobLookup(options: JobLookupOptions): JobLookup {
  const { token, apiUrl, requestTimeoutMs = 15_000 } = options;
  const octokit = getOctokit(token, { baseUrl: apiUrl });
  let requests = 0;
  let remaining: number | undefined;
  octokit.hook.before('request', (request) => {
    requests += 1;
    request.request = { ...request.request, signal: AbortSignal.timeout(requestTimeoutMs) };
  });
  octokit.hook.after('request', ({ headers }) => {
    remaining = Number(headers['x-ratelimit-remaining'] ?? remaining);
  });
  const attempts = new Map<string, Promise<AttemptJobs | 'gone'>>();

  const attemptOf = (parameters: AttemptParameters): Promise<AttemptJobs | 'gone'> => {
    const key = Object.values(parameters).join('/');
    const asked = attempts.get(key) ?? jobsUnlessGone(octokit, parameters);
    attempts.set(key, asked);
    return asked;
  };

  return {
    quota: () => ({ requests, remaining }),
    async isOver({ owner, repository, runId, runAttempt, jobId }) {
      const parameters = {
        owner,
        repo: repository,
        run_id: Number(runId),
        attempt_number: Number(runAttempt),
      };
      if (!(parameters.run_id > 0 && parameters.attempt_number > 0)) {
        return { over: false, reason: 'it was not minted by a GitHub job; its deadline decides' };
      }
      try {
        const jobs = await attemptOf(parameters);
        if (jobs === 'gone') {
          return { over: false, reason: 'its run was deleted; its deadline decides' };
        }
        const job = jobs.find(({ id }) => String(id) === jobId);
        return job
          ? verdictOf('job', job)
          : verdictOf('run attempt', await getAttempt(octokit, parameters));
      } catch (error) {
        throw explainRefusal(error, `${owner}/${repository}`);
      }
    },
  };
}

async function jobsUnlessGone(
  octokit: Octokit,
  parameters: AttemptParameters,
): Promise<AttemptJobs | 'gone'> {
  try {
    return await listJobs(octokit, parameters);
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
    // 404 is also what someone without access gets: only who may list the runs may call one gone.
    const { owner, repo } = parameters;
    await octokit.rest.actions.listWorkflowRunsForRepo({ owner, repo, per_page: 1 });
    return 'gone';
  }
}

function listJobs(octokit: Octokit, parameters: AttemptParameters) {
  return octokit.paginate(octokit.rest.actions.listJobsForWorkflowRunAttempt, {
    ...parameters,
    per_page: 100,
  });
}

async function getAttempt(
  octokit: Octokit,
  parameters: AttemptParameters,
): Promise<{ readonly status: string | null; readonly completed_at: string }> {
  const { data } = await octokit.rest.actions.getWorkflowRunAttempt({ ...parameters });
  // An attempt does not say when it completed; its last change is not earlier.
  return { status: data.status, completed_at: data.updated_at };
}

function verdictOf(
  what: 'job' | 'run attempt',
  {
    status,
    completed_at: completedAt,
  }: { readonly status: string | null; readonly completed_at: string | null },
): JobVerdict {
  if (status !== 'completed')
    return { over: false, reason: `its ${what} is ${status ?? 'not over'}` };
  const endedAt = completedAt === null ? Number.NaN : Math.floor(Date.parse(completedAt) / 1000);
  const reason = `its ${what} is over`;
  return Number.isFinite(endedAt) ? { over: true, endedAt, reason } : { over: true, reason };
}
