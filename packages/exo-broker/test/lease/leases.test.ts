// Leases end to end: a broker, the simulator and an issuer, each behind a real port.
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createAudit } from '../../src/audit/audit.ts';
import { readConfig } from '../../src/start/read-config.ts';
import { startBroker, type Broker, type BrokerOptions } from '../../src/start/start-broker.ts';
import { openStore } from '../../src/store/open-store.ts';
import { askForLease, send, withToken, type LeaseWish } from '../support/client.ts';
import { quick } from '../support/quick.ts';
import { createRecipient } from '../support/recipient.ts';
import { createWorld, type ConfigChanges, type World } from '../support/world.ts';

let world: World;
let broker: Broker;
let passedMs: number;
let audit: string[];
const silent = { info: () => {}, warn: () => {}, error: () => {} };

beforeEach(async () => {
  passedMs = 0;
  audit = [];
  world = await createWorld();
  await start();
});

afterEach(async () => {
  await broker.stop();
  await world[Symbol.asyncDispose]();
});

async function start(options: Partial<BrokerOptions> = {}): Promise<void> {
  const now = (): number => Date.now() + passedMs;
  const write = async (line: string): Promise<void> => void audit.push(line);
  broker = await startBroker(await readConfig(world.configFile), {
    ...quick,
    audit: createAudit({ write, now: Date.now }),
    log: silent,
    version: '0.0.0',
    random: () => 0.5,
    now,
    ...options,
  });
}

async function configure(changes: ConfigChanges): Promise<void> {
  world.configure(changes);
  await broker.reload(await readConfig(world.configFile));
}

const ask = (wish: LeaseWish = {}) => askForLease({ world, url: broker.url }, wish);
const leaseUrl = (id: string): string => `${broker.url}/v1/leases/${id}`;
const nothingLeft = (): Promise<void> =>
  vi.waitFor(() => expect(world.leftovers()).toEqual([]), { timeout: 20_000, interval: 50 });

describe('a lease', () => {
  it('is opened by its recipient alone, looked at by its job, and ended by its token', async () => {
    const { status, body, recipient, id } = await ask();
    expect(status).toBe(201);
    expect(body).toMatchObject({ id, 'enforced-by': 'server' });
    const opened = await recipient.open(body['sealed'] ?? '');
    expect(opened).toMatchObject({ v: 1, key: body['key'], name: body['name'] });
    await expect(createRecipient().open(body['sealed'] ?? '')).rejects.toThrow(
      'decryption operation failed',
    );
    const seen = await withToken('GET', leaseUrl(id), await world.manageToken());
    expect(seen).toMatchObject({ status: 200, body: { state: 'leased', rule: 'shop-deploy' } });
    expect(JSON.stringify(seen.body)).not.toContain('sealed');
    const ended = await withToken('DELETE', leaseUrl(id), body['revoke-token']);
    expect(ended).toMatchObject({ status: 200, body: { state: 'revoked' } });
    expect(world.leftovers()).toEqual([]);
    const events = audit.map((line) => (JSON.parse(line) as { event: string }).event);
    expect(events.filter((event) => event !== 'revoke')).toEqual(['lease', 'look', 'end']);
    expect(events).toContain('revoke');
    expect(audit.join('')).not.toContain(String(opened['secret']));
  });

  it('is the same for a repeated request, also by a fresh token, with a new revoke token', async () => {
    const first = await ask();
    const { recipient, id } = first;
    const again = await ask({ id, recipient });
    expect(again.status).toBe(201);
    expect(again.body['sealed']).toBe(first.body['sealed']);
    expect(again.body['revoke-token']).not.toBe(first.body['revoke-token']);
    expect(world.leftovers()).toHaveLength(2);
  });

  it('is one for requests at the same time', async () => {
    const recipient = createRecipient();
    const id = crypto.randomUUID();
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask({ id, recipient })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body['key'])).size).toBe(1);
    expect(world.leftovers()).toHaveLength(2);
  });

  it('is not given again after a minute, and revoked when asked for', async () => {
    const { recipient, id } = await ask();
    passedMs = 61_000;
    const again = await ask({ id, recipient });
    expect(again).toMatchObject({ status: 410, body: { code: 'gone' } });
    await nothingLeft();
  });

  it('keeps its idempotency key from another job, another body and another recipient', async () => {
    const { recipient, id } = await ask();
    const other = await ask({ id, recipient, claims: { check_run_id: '1' } });
    expect(other).toMatchObject({ status: 409, body: { code: 'conflict' } });
    const body = await ask({ id, recipient, body: { ttl: '6m' } });
    expect(body).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    await expect(ask({ id })).resolves.toMatchObject({ status: 422 });
  });

  it('that was ended before it was asked for is not made', async () => {
    const id = crypto.randomUUID();
    const ended = await withToken('DELETE', leaseUrl(id), await world.manageToken());
    expect(ended).toMatchObject({ status: 200, body: { state: 'revoked' } });
    await expect(ask({ id })).resolves.toMatchObject({ status: 409 });
    expect(world.leftovers()).toEqual([]);
  });

  it('ends when its deadline has passed, without anyone asking', async () => {
    await ask();
    passedMs = 5 * 60_000 + 59_000;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(world.leftovers()).toHaveLength(2);
    passedMs = 5 * 60_000 + 61_000;
    await nothingLeft();
  });

  it('has at most the ttl of its rule', async () => {
    const tooLong = await ask({ body: { ttl: '2h' } });
    expect(tooLong).toMatchObject({ status: 403, body: { code: 'max-ttl' } });
    const excess = await ask({ body: { scope: { operations: ['delete-instance'] } } });
    expect(excess).toMatchObject({ status: 403, body: { code: 'ceiling' } });
    expect(excess.body['excess']).toEqual(['delete-instance']);
    expect(world.leftovers()).toEqual([]);
  });

  it('is refused over max-live with the time to come again, and while paused', async () => {
    await configure({ maxLive: 2 });
    await ask();
    const second = await ask();
    expect(second).toMatchObject({ status: 429, body: { code: 'max-live' } });
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0);
    await expect(ask({ claims: { run_id: '78' } })).resolves.toMatchObject({ status: 201 });
    await configure({ paused: true });
    await expect(ask()).resolves.toMatchObject({ status: 503, body: { code: 'paused' } });
  });

  it('has the second half of its deadline, unless its rule is lenient', async () => {
    const policies = (): string => JSON.stringify([...world.simulator.state.roles.values()]);
    await ask();
    expect(policies()).toContain('timestamp(now) <');
    await configure({ deadline: 'lenient' });
    const lenient = await ask();
    const role = [...world.simulator.state.roles.values()].find(
      ({ name }) => name === lenient.body['name'],
    );
    expect(JSON.stringify(role?.policy)).toContain('identity.created');
    expect(JSON.stringify(role?.policy)).not.toContain('timestamp(now) <');
  });

  it('of a GitLab job comes several times from one token', async () => {
    const token = await world.gitlabToken();
    const first = await ask({ token });
    const second = await ask({ token });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(first.body['key']).not.toBe(second.body['key']);
    const ended = await withToken('DELETE', leaseUrl(first.id), token);
    expect(ended.body).toEqual({ state: 'revoked' });
  });
});

describe('incidents', () => {
  it('17: an API that fails twice costs two requests, each with a key of its own', async () => {
    const busy = { status: 503, body: { message: 'busy' } };
    world.simulator.faults.add({ operation: 'create-iam-role', times: 2, respond: busy });
    const first = await ask();
    expect(first).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    const { id, recipient } = first;
    await expect(ask({ id, recipient })).resolves.toMatchObject({ status: 410 });
    await ask();
    await expect(ask()).resolves.toMatchObject({ status: 201 });
    await vi.waitFor(() => expect(world.leftovers()).toHaveLength(2), { timeout: 10_000 });
  });

  it('18: a lease is ended six hours later, by its revoke token and by a fresh token', async () => {
    const first = await ask();
    const second = await ask();
    passedMs = 6 * 3_600_000;
    const byToken = await withToken('DELETE', leaseUrl(first.id), first.body['revoke-token']);
    expect(byToken.status).toBe(200);
    const seconds = Math.floor((Date.now() + passedMs) / 1000);
    const times = { iat: seconds, nbf: seconds, exp: seconds + 300 };
    const byJob = await withToken('DELETE', leaseUrl(second.id), await world.manageToken(times));
    expect(byJob.status).toBe(200);
    await nothingLeft();
  });

  it('19: ending a lease that is over is a success', async () => {
    const { id, body } = await ask();
    for (const _ of [1, 2, 3]) {
      const ended = await withToken('DELETE', leaseUrl(id), body['revoke-token']);
      expect(ended).toMatchObject({ status: 200, body: { state: 'revoked' } });
    }
  });

  it('20: a revocation is never given up, and a metric shows what is stuck', async () => {
    const { id, body } = await ask();
    const busy = { status: 500, body: { message: 'broken' } };
    world.simulator.faults.add({ operation: 'delete-api-key', times: Infinity, respond: busy });
    await broker.stop();
    const times = { ...quick.times, revokeTimeoutMs: 100 };
    await start({ times });
    const ended = await withToken('DELETE', leaseUrl(id), body['revoke-token']);
    expect(ended.body).toEqual({ state: 'revoking' });
    await vi.waitFor(
      async () => {
        const metrics = await (await fetch(broker.metricsUrl ?? '')).text();
        expect(metrics).toContain('exo_broker_leases{state="stuck"} 1');
      },
      { timeout: 20_000, interval: 100 },
    );
    world.simulator.faults.clear();
    await broker.stop();
    await start();
    await nothingLeft();
  });

  it.each(['create-iam-role', 'create-api-key'])(
    '22: a lost answer of %s leaves no key behind',
    async (operation) => {
      for (const dropConnection of ['before', 'after'] as const) {
        world.simulator.faults.add({ operation, times: 2, dropConnection });
        const { status, id, body } = await ask();
        expect([201, 502, 503]).toContain(status);
        if (status === 201) await withToken('DELETE', leaseUrl(id), body['revoke-token']);
        world.simulator.faults.clear();
      }
      await nothingLeft();
    },
  );

  it('22: what the API refuses is said, and nothing is left', async () => {
    const denied = { status: 403, body: { message: 'Forbidden by role policy for iam' } };
    world.simulator.faults.add({ operation: 'create-iam-role', respond: denied });
    await expect(ask()).resolves.toMatchObject({ status: 502, body: { code: 'api-refused' } });
    await nothingLeft();
  });

  it('23: the id of a lease authorizes nothing', async () => {
    const { id } = await ask();
    const foreign = await world.manageToken({ repository_id: '1', check_run_id: '9001' });
    const sibling = await world.manageToken({ check_run_id: '9002' });
    const other = await ask();
    for (const token of [foreign, sibling]) {
      expect((await withToken('GET', leaseUrl(id), token)).status).toBe(404);
      expect((await withToken('DELETE', leaseUrl(id), token)).status).toBe(404);
    }
    for (const token of [undefined, 'elt_guess', other.body['revoke-token']]) {
      expect((await withToken('DELETE', leaseUrl(id), token)).status).toBe(401);
    }
    const withoutJob = await world.manageToken({ check_run_id: undefined });
    expect((await withToken('DELETE', leaseUrl(id), withoutJob)).status).toBe(404);
    expect(world.leftovers()).toHaveLength(4);
  });

  it('24: a mint asks the issuer and the API, and nobody else', async () => {
    const origins = new Set<string>();
    await broker.stop();
    await start({
      fetch: (input, init) => {
        origins.add(new URL(input instanceof Request ? input.url : input).origin);
        return fetch(input, init);
      },
    });
    await expect(ask()).resolves.toMatchObject({ status: 201 });
    expect([...origins]).toEqual([world.issuer.url, new URL(world.endpoint).origin]);
  });

  it('26: the lifetime of a token is capped by its kind', async () => {
    const seconds = Math.floor(Date.now() / 1000);
    const long = { iat: seconds, nbf: seconds, exp: seconds + 3600 };
    await expect(ask({ claims: long })).resolves.toMatchObject({ status: 401 });
    const token = await world.gitlabToken(long);
    await expect(ask({ token })).resolves.toMatchObject({ status: 201 });
  });

  it('27: a request without a token is told of the permission it lacks', async () => {
    const { status, body } = await withToken('DELETE', leaseUrl(crypto.randomUUID()), undefined);
    expect(status).toBe(401);
    expect(body['detail']).toContain('id-token: write');
  });

  it('28: a token stays used where the clock of the store is hours ahead', async () => {
    const recipient = createRecipient();
    const token = await world.githubToken(recipient.recipient);
    await expect(ask({ token, recipient })).resolves.toMatchObject({ status: 201 });
    const ahead = (): number => Date.now() + 8 * 3_600_000;
    const path = join(world.folder, 'leases.db');
    const store = await openStore({ kind: 'sqlite', path }, { now: ahead, exclusive: false });
    await store.purge({ keepRevokedMs: 0 });
    await store.close();
    await expect(ask({ token, recipient })).resolves.toMatchObject({ status: 401 });
  });

  it('28: a token serves one idempotency key, and opens nothing for another recipient', async () => {
    const recipient = createRecipient();
    const token = await world.githubToken(recipient.recipient);
    const first = await ask({ token, recipient });
    expect(first.status).toBe(201);
    await expect(ask({ token, recipient, id: first.id })).resolves.toMatchObject({ status: 201 });
    await expect(ask({ token, recipient })).resolves.toMatchObject({ status: 401 });
    await expect(ask({ token })).resolves.toMatchObject({ status: 401 });
    expect(audit.join('')).toContain('the token was used for another lease');
  });
});

it('says what it is, and whether it is ready', async () => {
  const init = { method: 'GET' };
  await expect(send(`${broker.url}/healthz`, init)).resolves.toMatchObject({ status: 200 });
  await expect(send(`${broker.url}/readyz`, init)).resolves.toMatchObject({ status: 200 });
  const about = await send(`${broker.url}/.well-known/exo-broker`, init);
  expect(about.body['public-url']).toBe(world.publicUrl);
  const openApi = await send(`${broker.url}/openapi.json`, init);
  expect(openApi.body).toMatchObject({ openapi: '3.1.0' });
});
