// What scenarios of the sweep would have to wait for: requests that are never answered.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createJobLookup } from '../../src/github/job-lookup.ts';

const identity = {
  prefix: 'exo-lease',
  deadline: 1_790_000_000,
  runId: '1234567',
  runAttempt: '1',
  jobId: '55512345678',
  random: '0a1b2c3d',
  owner: 'octo',
  repository: 'site',
};

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
    const lookup = createJobLookup({ token: 'token', apiUrl, requestTimeoutMs: 20 });
    await expect(lookup.isOver(identity)).rejects.toMatchObject({ code: 'ERR_JOB_UNKNOWN' });
    expect(lookup.quota()).toEqual({ requests: 1, remaining: undefined });
  });

  it('gives up when it is told to', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const lookup = createJobLookup({ token: 'token', apiUrl, signal });
    server.once('request', () => controller.abort(new Error('cancelled')));
    await expect(lookup.isOver(identity)).rejects.toMatchObject({ code: 'ERR_JOB_UNKNOWN' });
  });

  it('asks no more after five requests without an answer', async () => {
    const lookup = createJobLookup({ token: 'token', apiUrl, requestTimeoutMs: 20 });
    for (const runId of ['1', '2', '3', '4', '5', '6', '7']) {
      await expect(lookup.isOver({ ...identity, runId })).rejects.toMatchObject({
        code: 'ERR_JOB_UNKNOWN',
      });
    }
    expect(lookup.quota().requests).toBe(5);
  });
});
