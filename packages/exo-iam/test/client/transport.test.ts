import { once } from 'node:events';
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { createClient } from '../../src/client/create-client.ts';
import { listApiKeys } from '../../src/resources/api-key.ts';
import { listZones } from '../../src/resources/zone.ts';
import { createOrganization, operationsOf } from '../support/organization.ts';

describe('the transport', () => {
  it('tells of each exchange, without headers and bodies', async () => {
    const { client, exchanges } = createOrganization();
    await listApiKeys(client);
    expect(exchanges).toEqual([
      {
        operation: 'list-api-keys',
        method: 'GET',
        url: 'https://api-ch-gva-2.exoscale.com/v2/api-key',
        attempt: 1,
        status: 200,
        durationMs: 0,
        signedMessage: `GET /v2/api-key\n\n\n\n${Math.floor(client.now() / 1000) + 600}`,
      },
    ]);
  });

  it('tells what it signed with the size of the body alone', async () => {
    const { client, exchanges } = createOrganization();
    await client.request('create-instance', { body: { 'user-data': 'hidden' } });
    expect(exchanges[0]?.signedMessage).toMatch(
      /^POST \/v2\/instance\n<body of 22 characters>\n\n\n\d+$/,
    );
    await listZones(client);
    expect(exchanges[1]?.signedMessage).toBeUndefined();
  });

  it('sends list-zones unsigned, so that any key may', async () => {
    const { client, simulator } = createOrganization();
    await listZones(client);
    expect(simulator.requests[0]).toMatchObject({ operation: 'list-zones', apiKey: undefined });
  });

  it('repeats an idempotent request, signed anew, until it is answered', async () => {
    const organization = createOrganization();
    organization.simulator.faults.add({ respond: { status: 503 } });
    organization.simulator.faults.add({ dropConnection: 'before' });
    expect(await listApiKeys(organization.client)).toBeInstanceOf(Array);
    expect(organization.exchanges.map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, 503],
      [2, undefined],
      [3, 200],
    ]);
    expect(organization.sleeps).toEqual([100, 200]);
  });

  it('waits as long as Retry-After says', async () => {
    const { client, simulator, sleeps } = createOrganization();
    simulator.faults.add({ respond: { status: 429, headers: { 'retry-after': '7' } } });
    await listApiKeys(client);
    expect(sleeps).toEqual([7000]);
  });

  it('does not wait beyond its deadline', async () => {
    const { client, simulator, sleeps } = createOrganization({}, { deadlineMs: 5000 });
    simulator.faults.add({ respond: { status: 429, headers: { 'retry-after': '7' } } });
    await expect(listApiKeys(client)).rejects.toMatchObject({ code: 'ERR_RATE_LIMITED' });
    expect(sleeps).toEqual([]);
  });

  it.each([10_000, 60_000, 120_000])('retries for %i ms, and not longer', async (budgetMs) => {
    const { client, simulator, sleeps, exchanges } = createOrganization();
    simulator.faults.add({ times: Infinity, respond: { status: 503 } });
    await expect(listApiKeys(client.within(budgetMs))).rejects.toMatchObject({
      code: 'ERR_SERVER',
      status: 503,
    });
    const waited = sleeps.reduce((sum, ms) => sum + ms, 0);
    expect(waited).toBeLessThan(budgetMs);
    expect(waited).toBeGreaterThan(budgetMs - 5000);
    expect(exchanges.length).toBeLessThan(budgetMs / 1000);
  });

  it('shares the time of a phase among its requests', async () => {
    const { client, simulator, sleeps } = createOrganization();
    const phase = client.within(100_000).at('https://api-de-fra-1.exoscale.com/v2');
    const wait = (seconds: string): void => {
      simulator.faults.add({ respond: { status: 429, headers: { 'retry-after': seconds } } });
    };
    wait('70');
    await listApiKeys(phase);
    wait('40');
    await expect(listApiKeys(phase)).rejects.toMatchObject({ code: 'ERR_RATE_LIMITED' });
    expect(sleeps).toEqual([70_000]);
  });

  it('does not mind a clock that is set while it waits', async () => {
    let set = 0;
    const { client, simulator } = createOrganization(
      {},
      { now: () => Date.UTC(2026, 10, 21) + (set += 7_200_000), elapsed: () => 0 },
    );
    simulator.faults.add({ respond: { status: 503 } });
    expect(await listZones(client)).toBeInstanceOf(Array);
  });

  it('never repeats a POST whose answer was lost', async () => {
    const organization = createOrganization();
    organization.simulator.faults.add({ dropConnection: 'after' });
    const creation = organization.client.request('create-iam-role', { body: { name: 'role' } });
    await expect(creation).rejects.toMatchObject({ code: 'ERR_UNREACHABLE', uncertain: true });
    expect(operationsOf(organization)).toEqual(['create-iam-role']);
  });

  it.each(['update-ai-api-key', 'update-deployment'])('nor %s, a PATCH', async (operation) => {
    const organization = createOrganization();
    organization.simulator.faults.add({ dropConnection: 'after' });
    const update = organization.client.request(operation, { path: { id: 'a' }, body: {} });
    await expect(update).rejects.toMatchObject({ code: 'ERR_UNREACHABLE', uncertain: true });
    expect(operationsOf(organization)).toEqual([operation]);
  });

  it.each([{ requestTimeoutMs: 5 }, { deadlineMs: 4.5, requestTimeoutMs: 3_600_000 }])(
    'does not wait for an answer forever: %j',
    async (limits) => {
      const { client } = createOrganization({}, { ...limits, fetch: silence });
      await expect(client.request('create-api-key')).rejects.toMatchObject({
        code: 'ERR_TIMEOUT',
        uncertain: true,
        message: expect.stringContaining('within 0.005 s'),
      });
    },
  );

  it('has no attempt last longer than what is left of the deadline', async () => {
    const limits = vi.spyOn(AbortSignal, 'timeout');
    const { client, simulator, sleeps } = createOrganization();
    for (const seconds of [40, 14, 6]) {
      const headers = { 'retry-after': `${seconds}` };
      simulator.faults.add({ respond: { status: 429, headers } });
    }
    await expect(listApiKeys(client)).rejects.toMatchObject({ code: 'ERR_RATE_LIMITED' });
    expect(sleeps).toEqual([40_000, 14_000]);
    expect(limits.mock.calls).toEqual([[15_000], [15_000], [6000]]);
  });

  it.each([
    ['HTML', '<!doctype html>', 'HTML'],
    ['text', 'hello', 'not JSON'],
  ])('refuses %s in the place of an answer', async (_, body, said) => {
    const { client, simulator } = createOrganization();
    simulator.faults.add({ respond: { status: 200, body } });
    await expect(listApiKeys(client)).rejects.toMatchObject({
      code: 'ERR_ANSWER_UNREADABLE',
      message: expect.stringContaining(said),
    });
  });

  it('takes an empty answer as one', async () => {
    const { client, simulator } = createOrganization();
    simulator.faults.add({ respond: { status: 200, body: '' } });
    expect(await client.request('list-instances')).toBeUndefined();
  });

  it('names the host that it could not reach, and why', async () => {
    const client = createClient({
      credentials: { apiKey: 'EXOkey', apiSecret: 'secret' },
      endpoint: `http://127.0.0.1:${await closedPort()}/v2`,
      sleep: async () => {},
      deadlineMs: 50,
    });
    await expect(client.request('create-api-key')).rejects.toMatchObject({
      code: 'ERR_UNREACHABLE',
      uncertain: false,
      message: expect.stringMatching(/127\.0\.0\.1:\d+ \(ECONNREFUSED\)/),
    });
  });

  it.each(['GET', 'POST', 'PUT', 'DELETE'] as const)(
    'follows no redirect of a %s, and sends nothing to where it leads',
    async (method) => {
      const reached: string[] = [];
      const elsewhere = await listen((request) => reached.push(request));
      const asked: string[] = [];
      // 307 keeps method and body.
      const location = `${elsewhere}/v2/iam-role`;
      const endpoint = await listen((request) => asked.push(request), { status: 307, location });
      const client = createClient({
        credentials: { apiKey: 'EXOkey', apiSecret: 'secret' },
        endpoint: `${endpoint}/v2`,
        sleep: async () => {},
      });
      const operation = { name: 'do-it', method, path: '/iam-role' } as const;
      const body = method === 'GET' ? undefined : { name: 'role' };
      await expect(client.request(operation, { body })).rejects.toMatchObject({
        code: 'ERR_ANSWER_UNREADABLE',
        status: 307,
        uncertain: false,
        message: expect.stringContaining(new URL(elsewhere).host),
      });
      expect(asked).toEqual([`${method} /v2/iam-role`]);
      expect(reached).toEqual([]);
    },
  );

  it('does not begin when it is aborted already, and stops when it is aborted on the way', async () => {
    const { client, simulator, exchanges } = createOrganization();
    await expect(listApiKeys(client, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
    expect(exchanges).toEqual([]);

    const controller = new AbortController();
    simulator.faults.add({ respond: { status: 503 } });
    const listing = listApiKeys(client, { signal: controller.signal });
    controller.abort(new Error('enough'));
    await expect(listing).rejects.toThrow('enough');
  });

  it('works with nothing but credentials', async () => {
    const client = createClient({ credentials: { apiKey: 'EXOkey', apiSecret: 'secret' } });
    expect(client.endpoint.href).toBe('https://api-ch-gva-2.exoscale.com/v2');
    expect(client.now()).toBeGreaterThan(0);
    await expect(client.sleep(1)).resolves.toBeUndefined();
    await expect(client.sleep(60_000, AbortSignal.abort())).rejects.toThrow(/abort/i);
  });
});

// Never answers. As fetch does, it rejects when the time is up already.
const silence: typeof fetch = (_, init) =>
  new Promise((_resolve, reject) => {
    if (init?.signal?.aborted) reject(init.signal.reason as Error);
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
  });

const servers: HttpServer[] = [];

afterEach(() => {
  vi.restoreAllMocks();
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** The URL of a server that tells of each request, and answers them all alike. */
async function listen(
  onRequest: (request: string) => void,
  answer: { readonly status: number; readonly location?: string } = { status: 200 },
): Promise<string> {
  const { status, location } = answer;
  const server = createHttpServer((request, response) => {
    onRequest(`${request.method} ${request.url}`);
    response.writeHead(status, location === undefined ? {} : { location }).end('{}');
  });
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

// A port that was free a moment ago.
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
