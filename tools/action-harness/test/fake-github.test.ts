// The fake answers as GitHub documents it, where the actions depend on it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openFakeGitHub, type FakeGitHub } from '../src/fake-github/open-fake-github.ts';
import { refusals } from '../src/fake-github/reply.ts';

const path = '/repos/octo/site/actions/runs/7/attempts/1';
const jobs = Array.from({ length: 101 }, (_, id) => ({ id, status: 'completed' }));

let github: FakeGitHub;

beforeEach(async () => {
  github = await openFakeGitHub({ token: 'good' });
  github.repositories.set('octo/site', { runs: { '7': [{ jobs }] } });
});

afterEach(() => github.close());

function ask(target: string, token = 'good'): Promise<Response> {
  return fetch(github.url + target, { headers: { authorization: `token ${token}` } });
}

async function read(target: string): Promise<Record<string, unknown>> {
  return (await (await ask(target)).json()) as Record<string, unknown>;
}

describe('openFakeGitHub', () => {
  it('gives the jobs of an attempt in pages, each with a link to the next', async () => {
    const first = await ask(`${path}/jobs?per_page=100`);
    const next = `${github.url}${path}/jobs?per_page=100&page=2`;
    expect(first.headers.get('link')).toBe(`<${next}>; rel="next"`);
    expect(await first.json()).toMatchObject({ total_count: 101, jobs: { length: 100 } });
    const last = await ask(`${path}/jobs?per_page=100&page=2`);
    expect(last.headers.get('link')).toBeNull();
    expect(await last.json()).toMatchObject({ jobs: [{ id: 100, run_id: 7, run_attempt: 1 }] });
  });

  it('gives thirty to a page unless asked for more, and never more than a hundred', async () => {
    expect(await read(`${path}/jobs`)).toMatchObject({ jobs: { length: 30 } });
    expect(await read(`${path}/jobs?per_page=500`)).toMatchObject({ jobs: { length: 100 } });
  });

  it('says of an attempt whether all its jobs are completed', async () => {
    expect(await read(path)).toMatchObject({ id: 7, run_attempt: 1, status: 'completed' });
    const running = { jobs: [...jobs, { id: 999, status: 'queued' }] };
    github.repositories.set('octo/site', { runs: { '7': [running] } });
    expect(await read(path)).toMatchObject({ status: 'in_progress' });
  });

  it.each([
    ['a bad token', '/repos/octo/site', 'bad', 401],
    ['an attempt that never was', path.replace(/1$/, '2'), 'good', 404],
    ['another repository', '/repos/octo/other', 'good', 404],
    ['a run without its attempt', '/repos/octo/site/actions/runs/7', 'good', 404],
  ] as const)('refuses %s', async (...[, target, token, status]) => {
    expect((await ask(target, token)).status).toBe(status);
  });

  it('shows as much of a repository as the token may see', async () => {
    const statuses = async (): Promise<number[]> => {
      const targets = ['/repos/octo/site', '/repos/octo/site/actions/runs?per_page=1', path];
      return Promise.all(targets.map(async (target) => (await ask(target)).status));
    };
    expect(await statuses()).toEqual([200, 200, 200]);
    github.repositories.set('octo/site', { access: 'metadata' });
    expect(await statuses()).toEqual([200, 403, 403]);
    github.repositories.set('octo/site', { access: 'none' });
    expect(await statuses()).toEqual([404, 404, 404]);
  });

  it('redirects a repository that moved to its id', async () => {
    github.repositories.set('octo/old', { movedTo: 'octo/site' });
    const response = await ask(path.replace('site', 'old'));
    expect(response.url).toBe(`${github.url}/repositories/0/actions/runs/7/attempts/1`);
    expect(response.status).toBe(200);
  });

  it('refuses what it is told to, as often as it is told to, and lists every request', async () => {
    github.refuse({ path: /attempts/, times: 1, reply: refusals.rateLimit() });
    github.refuse({ path: /dropped/, reply: 'drop' });
    expect((await ask(path)).headers.get('x-ratelimit-remaining')).toBe('0');
    expect((await ask(path)).headers.get('x-ratelimit-remaining')).toBe('998');
    await expect(ask('/dropped')).rejects.toThrow('fetch failed');
    expect(github.requests).toEqual([`GET ${path}: 403`, `GET ${path}: 200`, 'GET /dropped: drop']);
    expect(github.mostAtOnce()).toBe(1);
  });
});
