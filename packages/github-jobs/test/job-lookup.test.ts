// What scenarios of the sweep would have to wait for: requests that are never answered.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { NamedHolder, NamedJob } from '@x/exo-iam';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createJobLookup } from '../src/job-lookup.ts';

const holder: NamedJob = {
  kind: 'github-job',
  serverHash: '996e1f71',
  repositoryId: '42',
  repositoryHash: '0a1b2c3d',
  repository: 'octo/site',
  runId: '1234567',
  runAttempt: '1',
  jobId: '55512345678',
};
const serverUrl = 'https://github.com';

describe('createJobLookup, while GitHub is silent', () => {
  let server: Server;
  let apiUrl: string;

  beforeEach(async () => {
    server = createServer(() => {});
    await once(server.listen(0, '127.0.0.1'), 'listening');
    apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('gives up after the time-out', async () => {
    const lookup = createJobLookup({ token: 'token', serverUrl, apiUrl, requestTimeoutMs: 20 });
    await expect(lookup.isOver(holder)).rejects.toMatchObject({ code: 'ERR_JOB_UNKNOWN' });
    expect(lookup.quota()).toEqual({ requests: 1, remaining: undefined });
  });

  it('gives up when it is told to', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const lookup = createJobLookup({ token: 'token', serverUrl, apiUrl, signal });
    server.once('request', () => controller.abort(new Error('cancelled')));
    await expect(lookup.isOver(holder)).rejects.toMatchObject({ code: 'ERR_JOB_UNKNOWN' });
  });

  it('asks no more after five requests without an answer', async () => {
    const lookup = createJobLookup({ token: 'token', serverUrl, apiUrl, requestTimeoutMs: 20 });
    for (const runId of ['1', '2', '3', '4', '5', '6', '7']) {
      await expect(lookup.isOver({ ...holder, runId })).rejects.toMatchObject({
        code: 'ERR_JOB_UNKNOWN',
      });
    }
    expect(lookup.quota().requests).toBe(5);
  });
});

describe('createJobLookup, about what it cannot judge', () => {
  const lookup = createJobLookup({ token: 'token', serverUrl, apiUrl: 'http://127.0.0.1:1' });

  it.each<[string, NamedHolder]>([
    ['a lease of another server', { ...holder, serverHash: '00000000' }],
    ['a run of another server', { ...holder, kind: 'github-run', serverHash: '00000000' }],
    [
      'a name without room for the repository',
      { ...holder, repositoryId: undefined, repository: undefined },
    ],
    ['a run that is not a number', { ...holder, runId: 'local' }],
    ['a person', { kind: 'local', user: 'jane', machine: 'laptop' }],
    [
      'another CI',
      { kind: 'ci-job', issuerHash: '996e1f71', projectId: '1', pipelineId: '2', jobId: '3' },
    ],
  ])('asks nothing for %s', async (_, each) => {
    expect(await lookup.isOver(each)).toMatchObject({ over: false });
    expect(lookup.quota().requests).toBe(0);
  });
});

describe('createJobLookup, by the number of a repository', () => {
  const completed = { status: 'completed', completed_at: '2026-11-21T00:00:00Z' };
  const jobs: Readonly<Record<string, unknown>> = {
    '/repositories/42/actions/runs/1234567/attempts/1/jobs': [{ id: 55_512_345_678, ...completed }],
    '/repositories/42/actions/runs/1234567/attempts/2/jobs': [
      { id: 55_512_345_679, status: 'in_progress', completed_at: null },
    ],
  };
  const attempts: Readonly<Record<string, unknown>> = {
    '/repositories/42/actions/runs/1234567/attempts/1': {
      id: 1_234_567,
      run_attempt: 1,
      status: 'completed',
      updated_at: '2026-11-21T00:00:00Z',
    },
    '/repositories/42/actions/runs/1234567/attempts/2': {
      id: 1_234_567,
      run_attempt: 2,
      status: 'in_progress',
      updated_at: '2026-11-21T00:00:00Z',
    },
    '/repositories/42/actions/runs': { total_count: 0, workflow_runs: [] },
  };
  let server: Server;
  let lookup: ReturnType<typeof createJobLookup>;

  beforeEach(async () => {
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '', 'http://x');
      const list = jobs[pathname] as unknown[] | undefined;
      const body = list ? { total_count: list.length, jobs: list } : attempts[pathname];
      response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body ?? { message: 'Not Found' }));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    lookup = createJobLookup({ token: 'token', serverUrl, apiUrl });
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('judges each attempt and each job by itself', async () => {
    const ended = { over: true, endedAt: Date.UTC(2026, 10, 21) / 1000 };
    expect(await lookup.isOver(holder)).toMatchObject(ended);
    const second = { ...holder, runAttempt: '2', jobId: '55512345679' };
    expect(await lookup.isOver(second)).toMatchObject({ over: false });
    expect(lookup.quota().requests).toBe(2);
  });

  it('judges the lease of a run by its attempt, although a job of it is over', async () => {
    const { jobId: _, ...run } = holder;
    expect(await lookup.isOver({ ...run, kind: 'github-run' })).toMatchObject({ over: true });
    const later = { ...run, kind: 'github-run', runAttempt: '2' } as const;
    expect(await lookup.isOver(later)).toMatchObject({ over: false });
  });

  it('keeps the lease of a run that was deleted', async () => {
    expect(await lookup.isOver({ ...holder, runId: '7' })).toMatchObject({ over: false });
  });
});
