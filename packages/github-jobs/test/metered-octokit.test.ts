// GitHub is taken to be down after five failures in a row, and an answer in between starts the count anew.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createMeteredOctokit, type MeteredOctokit } from '../src/metered-octokit.ts';

let server: Server;
let metered: MeteredOctokit;
let waits: number[];
let answers: number[];

beforeEach(async () => {
  waits = [];
  answers = [];
  server = createServer((_request, response) => {
    response.writeHead(answers.shift() ?? 200, { 'content-type': 'application/json' }).end('{}');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sleep = async (ms: number): Promise<void> => void waits.push(ms);
  metered = createMeteredOctokit({ token: 'token', apiUrl, sleep });
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** The status of a request that is answered like that, repeats included. */
async function ask(...statuses: readonly number[]): Promise<number> {
  answers = [...statuses];
  const asked = metered.octokit.request('GET /user');
  return asked.then(
    ({ status }) => status,
    (error: { readonly status: number }) => error.status,
  );
}

const down = [502, 502, 502] as const;

describe('createMeteredOctokit', () => {
  it('asks no more after five failures in a row, each of them repeated twice', async () => {
    for (let failure = 1; failure <= 5; failure += 1) {
      expect(await ask(...down)).toBe(502);
      expect(metered.quota().requests).toBe(3 * failure);
    }
    expect(await ask(200)).toBe(502);
    expect(metered.quota().requests).toBe(15);
    expect(waits).toEqual(Array.from({ length: 5 }, () => [500, 2000]).flat());
  });

  it.each([
    ['an answer', [200]],
    ['an answer at the second attempt', [502, 200]],
    ['a refusal', [404]],
  ])('counts from the start after %s', async (_, statuses) => {
    for (let round = 0; round < 2; round += 1) {
      for (let failure = 0; failure < 4; failure += 1) expect(await ask(...down)).toBe(502);
      expect(await ask(...statuses)).toBe(statuses.at(-1));
    }
    expect(await ask(200)).toBe(200);
  });

  it.each([401, 429])('never asks again after a %i', async (status) => {
    expect(await ask(status)).toBe(status);
    expect(await ask(200)).toBe(status);
    expect(metered.quota().requests).toBe(1);
    expect(waits).toEqual([]);
  });
});
