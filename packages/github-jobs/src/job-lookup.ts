// Asks GitHub whether the holder of a lease is over: a job by its id among the jobs of its run attempt, else
// the attempt. Never the run: that shows its latest attempt, so a re-run would make an orphan of the first
// attempt look alive.
import type { Endpoints } from '@octokit/types';
import { serverHash, type JobVerdict, type NamedHolder } from '@x/exo-iam';

import { explainRefusal, responseOf } from './explain-refusal.ts';
import {
  createMeteredOctokit,
  type MeteredOctokit,
  type Octokit,
  type OctokitOptions,
} from './metered-octokit.ts';
import { runAttemptOf, type RunAttempt } from './run-attempt.ts';

export interface JobLookupOptions extends OctokitOptions {
  /** The server that is asked, as a browser shows it: `https://github.com`. */
  readonly serverUrl: string;
}

export interface JobLookup extends Pick<MeteredOctokit, 'quota'> {
  /**
   * One request per run attempt answers for all its jobs, so a matrix of a hundred costs no more than one
   * job. A holder of another server or another CI is not asked about: its deadline decides.
   *
   * @throws {GithubJobsError} `ERR_JOB_UNKNOWN` when GitHub cannot be asked: not knowing is not a reason to
   *   revoke.
   */
  isOver(holder: NamedHolder): Promise<JobVerdict>;
}

export function createJobLookup(options: JobLookupOptions): JobLookup {
  const { octokit, quota } = createMeteredOctokit(options);
  const ownServer = serverHash(options.serverUrl);
  const proveAccess = once(
    ({ repositoryPath }: RunAttempt) => repositoryPath,
    async ({ repositoryPath }): Promise<void> => {
      await octokit.request(`GET ${repositoryPath}/actions/runs`, { per_page: 1 });
    },
  );
  // 404 is also the answer to a token without access: only one that lists the runs may call one gone.
  const unlessGone = async <T>(attempt: RunAttempt, ask: Promise<T>): Promise<T | 'gone'> => {
    try {
      return await ask;
    } catch (error) {
      if (responseOf(error)?.status !== 404) throw error;
      await proveAccess(attempt);
      return 'gone';
    }
  };
  const jobsOf = once(pathOf, (attempt) => unlessGone(attempt, listJobs(octokit, attempt)));
  const stateOf = once(pathOf, (attempt) => unlessGone(attempt, getAttempt(octokit, attempt)));

  async function verdictOf(attempt: RunAttempt, jobId: string | undefined): Promise<JobVerdict> {
    // GitHub Enterprise Server does not tell a job its id; only one that it told is in its list.
    const jobs = jobId !== undefined && /^\d+$/.test(jobId) ? await jobsOf(attempt) : [];
    if (jobs === 'gone') return gone;
    const job = jobs.find(({ id }) => String(id) === jobId);
    const verdict = job && judge('job', { status: job.status, endedAt: job.completed_at });
    if (verdict) return verdict;
    const state = await stateOf(attempt);
    return state === 'gone' ? gone : (judge('run attempt', state) ?? endUnknown);
  }

  return {
    quota,
    async isOver(holder) {
      if (holder.kind !== 'github-job' && holder.kind !== 'github-run') return notOfGitHub;
      if (holder.serverHash !== (await ownServer)) return otherServer;
      const attempt = runAttemptOf(holder);
      if (!attempt) return unknownRun;
      try {
        const jobId = holder.kind === 'github-job' ? holder.jobId : undefined;
        return await verdictOf(attempt, jobId);
      } catch (error) {
        throw explainRefusal(error, holder.repository ?? `repository ${holder.repositoryId}`);
      }
    },
  };
}

const gone: JobVerdict = { over: false, reason: 'its run was deleted; its deadline decides' };
const notOfGitHub: JobVerdict = {
  over: false,
  reason: 'it was not minted by a GitHub job; its deadline decides',
};
const otherServer: JobVerdict = {
  over: false,
  reason: 'it was minted on another GitHub server; its deadline decides',
};
const unknownRun: JobVerdict = {
  over: false,
  reason: 'its name does not identify a repository and a run; its deadline decides',
};
const endUnknown: JobVerdict = {
  over: false,
  reason: 'its run attempt is over, but GitHub does not say since when; its deadline decides',
};

interface State {
  readonly status: string | null;
  /** ISO 8601. */
  readonly endedAt: string | null;
}

/** `undefined` when it is over and GitHub does not say since when: the grace could not be kept. */
function judge(what: 'job' | 'run attempt', { status, endedAt }: State): JobVerdict | undefined {
  if (status !== 'completed') {
    return { over: false, reason: `its ${what} is ${status ?? 'in an unknown state'}` };
  }
  const seconds = Math.floor(Date.parse(endedAt ?? '') / 1000);
  if (Number.isNaN(seconds)) return undefined;
  return { over: true, endedAt: seconds, reason: `its ${what} is over` };
}

function pathOf({ repositoryPath, run_id: runId, attempt_number: number }: RunAttempt): string {
  return `${repositoryPath}/actions/runs/${runId}/attempts/${number}`;
}

// A refusal is remembered as well: asking again would not change it within one sweep.
function once<T>(
  keyOf: (attempt: RunAttempt) => string,
  ask: (attempt: RunAttempt) => Promise<T>,
): (attempt: RunAttempt) => Promise<T> {
  const asked = new Map<string, Promise<T>>();
  return (attempt) => {
    const key = keyOf(attempt);
    const answer = asked.get(key) ?? ask(attempt);
    asked.set(key, answer);
    return answer;
  };
}

type Answer<T extends keyof Endpoints> = Endpoints[T]['response']['data'];

// GitHub lets a run have 256 jobs. Pages that never end are cut off; the attempt decides then.
const maxPages = 20;

type Job =
  Answer<'GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs'>['jobs'][number];

async function listJobs(octokit: Octokit, attempt: RunAttempt): Promise<Job[]> {
  const jobs: Job[] = [];
  let pages = 0;
  const route = `GET ${pathOf(attempt)}/jobs`;
  for await (const { data } of octokit.paginate.iterator<Job>(route, { per_page: 100 })) {
    jobs.push(...data);
    pages += 1;
    if (pages >= maxPages) break;
  }
  return jobs;
}

type Attempt = Answer<'GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}'>;

async function getAttempt(octokit: Octokit, attempt: RunAttempt): Promise<State> {
  const { data } = (await octokit.request(`GET ${pathOf(attempt)}`)) as { readonly data: Attempt };
  if (data.id !== attempt.run_id || data.run_attempt !== attempt.attempt_number) {
    throw new Error(
      `asked for attempt ${attempt.attempt_number} of run ${attempt.run_id}, got another one`,
    );
  }
  // An attempt does not say when it completed; its last change is not earlier.
  return { status: data.status, endedAt: data.updated_at };
}
