// Asks GitHub whether the job of a lease is over: by the job's id among the jobs of its run attempt, else
// by the attempt. Never by the run: that shows its latest attempt, so a re-run would make an orphan of the
// first attempt look alive.
import type { JobVerdict, LeaseIdentity } from '@x/exo-iam';

import { explainRefusal, responseOf } from './explain-refusal.ts';
import {
  createMeteredOctokit,
  type MeteredOctokit,
  type Octokit,
  type OctokitOptions,
} from './metered-octokit.ts';
import { runAttemptOf, type RunAttempt } from './run-attempt.ts';

export interface JobLookup extends Pick<MeteredOctokit, 'quota'> {
  /**
   * One request per run attempt answers for all its jobs, so a matrix of a hundred costs no more than one
   * job.
   *
   * @throws {ActionError} `ERR_JOB_UNKNOWN` when GitHub cannot be asked: not knowing is no reason to
   *   revoke.
   */
  isOver(identity: LeaseIdentity): Promise<JobVerdict>;
}

export function createJobLookup(options: OctokitOptions): JobLookup {
  const { octokit, quota } = createMeteredOctokit(options);
  const proveAccess = once(
    ({ owner, repo }: RunAttempt) => `${owner}/${repo}`,
    ({ owner, repo }) => octokit.rest.actions.listWorkflowRunsForRepo({ owner, repo, per_page: 1 }),
  );
  // 404 is also what someone without access gets: only who may list the runs may call one gone.
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

  async function verdictOf(attempt: RunAttempt, jobId: string): Promise<JobVerdict> {
    // GitHub Enterprise Server does not tell a job its id; only one that it told is in its list.
    const jobs = /^\d+$/.test(jobId) ? await jobsOf(attempt) : [];
    if (jobs === 'gone') return gone;
    const job = jobs.find(({ id }) => String(id) === jobId);
    const verdict = job && judge('job', { status: job.status, endedAt: job.completed_at });
    if (verdict) return verdict;
    const state = await stateOf(attempt);
    return state === 'gone' ? gone : (judge('run attempt', state) ?? endUnknown);
  }

  return {
    quota,
    async isOver(identity) {
      const attempt = runAttemptOf(identity);
      if (!attempt) return notOfGitHub;
      try {
        return await verdictOf(attempt, identity.jobId);
      } catch (error) {
        throw explainRefusal(error, `${attempt.owner}/${attempt.repo}`);
      }
    },
  };
}

const gone: JobVerdict = { over: false, reason: 'its run was deleted; its deadline decides' };
const notOfGitHub: JobVerdict = {
  over: false,
  reason: 'it was not minted by a GitHub job; its deadline decides',
};
const endUnknown: JobVerdict = {
  over: false,
  reason: 'its run attempt is over, GitHub does not say since when; its deadline decides',
};

interface State {
  readonly status: string | null;
  /** ISO 8601. */
  readonly endedAt: string | null;
}

/** `undefined` when it is over and nobody knows since when: the grace could not be kept. */
function judge(what: 'job' | 'run attempt', { status, endedAt }: State): JobVerdict | undefined {
  if (status !== 'completed') {
    return { over: false, reason: `its ${what} is ${status ?? 'in no known state'}` };
  }
  const seconds = Math.floor(Date.parse(endedAt ?? '') / 1000);
  if (Number.isNaN(seconds)) return undefined;
  return { over: true, endedAt: seconds, reason: `its ${what} is over` };
}

function pathOf({ owner, repo, run_id: runId, attempt_number: number }: RunAttempt): string {
  return [owner, repo, runId, number].join('/');
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

// GitHub lets a run have 256 jobs. Pages that never end are cut off; the attempt decides then.
const mostPages = 20;

type Job = Awaited<
  ReturnType<Octokit['rest']['actions']['listJobsForWorkflowRunAttempt']>
>['data']['jobs'][number];

function listJobs(octokit: Octokit, attempt: RunAttempt): Promise<Job[]> {
  let pages = 0;
  return octokit.paginate(
    octokit.rest.actions.listJobsForWorkflowRunAttempt,
    { ...attempt, per_page: 100 },
    ({ data }, done) => {
      pages += 1;
      if (pages >= mostPages) done();
      return data;
    },
  );
}

async function getAttempt(octokit: Octokit, attempt: RunAttempt): Promise<State> {
  const { data } = await octokit.rest.actions.getWorkflowRunAttempt({ ...attempt });
  if (data.id !== attempt.run_id || data.run_attempt !== attempt.attempt_number) {
    throw new Error(
      `asked for attempt ${attempt.attempt_number} of run ${attempt.run_id}, told of another`,
    );
  }
  // An attempt does not say when it completed; its last change is not earlier.
  return { status: data.status, endedAt: data.updated_at };
}
