// The routes of GitHub's REST API that tell whether a job is over.
import { refusals, type Reply } from './reply.ts';
import { statusOf, updatedAtOf, type FakeAttempt, type FakeRepository } from './repository.ts';

export type Repositories = ReadonlyMap<string, FakeRepository>;

/** Answers a request that is allowed; `base` is where the API is. */
export function route(repositories: Repositories, url: URL): Reply {
  const found = find(repositories, url.pathname);
  if (!found) return refusals.notFound();
  const { repository, rest } = found;
  const { access = 'actions', movedTo, runs = {} } = repository;
  if (movedTo !== undefined) return redirect({ repositories, url, movedTo, rest });
  if (access === 'none') return refusals.notFound();
  if (rest === '') return { status: 200, body: { full_name: found.name } };
  if (access === 'metadata') return refusals.notAccessible();
  if (rest === '/actions/runs') return listRuns(runs);
  const [, runId = '', number = '', jobs] =
    /^\/actions\/runs\/(\d+)\/attempts\/(\d+)(\/jobs)?$/.exec(rest) ?? [];
  const attempt = runs[runId]?.[Number(number) - 1];
  if (!attempt) return refusals.notFound();
  const asked = { runId: Number(runId), number: Number(number), attempt };
  return jobs ? listJobs(asked, url) : getAttempt(asked);
}

interface Asked {
  readonly runId: number;
  readonly number: number;
  readonly attempt: FakeAttempt;
}

function find(
  repositories: Repositories,
  path: string,
):
  | { readonly name: string; readonly repository: FakeRepository; readonly rest: string }
  | undefined {
  const [, byName, byId, rest = ''] =
    /^\/(?:repos\/([^/]+\/[^/]+)|repositories\/(\d+))(\/.*)?$/.exec(path) ?? [];
  const name = byName ?? [...repositories.keys()][Number(byId)];
  const repository = name === undefined ? undefined : repositories.get(name);
  return name === undefined || !repository ? undefined : { name, repository, rest };
}

// GitHub redirects to the repository's id, which never changes.
function redirect({
  repositories,
  url,
  movedTo,
  rest,
}: {
  readonly repositories: Repositories;
  readonly url: URL;
  readonly movedTo: string;
  readonly rest: string;
}): Reply {
  const id = [...repositories.keys()].indexOf(movedTo);
  const location = new URL(`/repositories/${id}${rest}${url.search}`, url).href;
  const body = { message: 'Moved Permanently', url: location };
  return { status: 301, headers: { location }, body };
}

function listRuns(runs: NonNullable<FakeRepository['runs']>): Reply {
  const ids = Object.keys(runs).map(Number);
  const workflowRuns = ids.map((id) => ({ id }));
  return { status: 200, body: { total_count: ids.length, workflow_runs: workflowRuns } };
}

function getAttempt({ runId, number, attempt }: Asked): Reply {
  const status = statusOf(attempt);
  const body = { id: runId, run_attempt: number, status, updated_at: updatedAtOf(attempt) };
  return { status: 200, body };
}

function listJobs({ runId, number, attempt }: Asked, url: URL): Reply {
  const size = Math.min(Number(url.searchParams.get('per_page') ?? 30), 100);
  const page = Number(url.searchParams.get('page') ?? 1);
  const jobs = attempt.jobs.slice((page - 1) * size, page * size).map((job) => ({
    id: job.id,
    run_id: runId,
    run_attempt: number,
    status: job.status,
    conclusion: job.conclusion ?? (job.status === 'completed' ? 'success' : null),
    completed_at: job.completedAt ?? null,
  }));
  const next = new URL(url);
  next.searchParams.set('page', String(page + 1));
  const more = page * size < attempt.jobs.length;
  return {
    status: 200,
    headers: more ? { link: `<${next.href}>; rel="next"` } : {},
    body: { total_count: attempt.jobs.length, jobs },
  };
}
