// Bad input of every kind on every route: the answer is a problem document with a code.
import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { createAudit } from '../../src/audit/audit.ts';
import { createClientAddress } from '../../src/http/client-address.ts';
import { readConfig } from '../../src/start/read-config.ts';
import { startBroker, type Broker } from '../../src/start/start-broker.ts';
import { askForLease, send } from '../support/client.ts';
import { quick } from '../support/quick.ts';
import { createRecipient } from '../support/recipient.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let broker: Broker;
const logged: object[] = [];
const failures: object[] = [];
const options = {
  ...quick,
  audit: createAudit({ write: () => Promise.resolve(), now: Date.now }),
  log: {
    info: (fields: object) => void logged.push(fields),
    warn: () => {},
    error: (fields: object) => void failures.push(fields),
  },
  version: '0.0.0',
};

beforeAll(async () => {
  world = await createWorld();
  broker = await startBroker(await readConfig(world.configFile), options);
});

afterAll(async () => {
  await broker.stop();
  await world[Symbol.asyncDispose]();
});

const { recipient } = createRecipient();
const good = { scope: { operations: ['list-instances'] }, recipient };

async function post(body: BodyInit, headers: Record<string, string> = {}) {
  const answer = await send(`${broker.url}/v1/leases`, {
    method: 'POST',
    body,
    headers: {
      authorization: `Bearer ${await world.githubToken(recipient)}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      ...headers,
    },
  });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.body['request-id']).toBe(answer.headers.get('x-request-id'));
  return { status: answer.status, code: answer.body['code'] };
}

describe('a body that is', () => {
  it.each([
    ['empty', ''],
    ['not JSON', '{'],
    ['a list', '[]'],
    ['null', 'null'],
    ['not UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
    ['without a scope', JSON.stringify({ recipient })],
    ['without a recipient', JSON.stringify({ scope: good.scope })],
    ['with a policy', JSON.stringify({ ...good, scope: { policy: {} } })],
    ['with a template', JSON.stringify({ ...good, scope: { template: 'x' } })],
    ['with an unknown member', JSON.stringify({ ...good, more: 1 })],
    ['with operations as text', JSON.stringify({ ...good, scope: { operations: 'list-zones' } })],
    ['with an unknown operation', JSON.stringify({ ...good, scope: { operations: ['nope'] } })],
    ['with an empty scope', JSON.stringify({ ...good, scope: {} })],
    ['with a ttl of no unit', JSON.stringify({ ...good, ttl: '5x' })],
    ['with a ttl that is a number', JSON.stringify({ ...good, ttl: 300 })],
    ['with a recipient that is cut', JSON.stringify({ ...good, recipient: 'elr_short' })],
  ])('%s is refused with 400', async (_, body) => {
    await expect(post(body)).resolves.toMatchObject({ status: 400 });
  });

  it('too large is refused with 413, of another type with 415', async () => {
    const large = JSON.stringify({ ...good, rule: 'x'.repeat(17_000) });
    await expect(post(large)).resolves.toEqual({ status: 413, code: 'too-large' });
    const stream = new Response(large).body ?? '';
    const init = { duplex: 'half' };
    const streamed = await fetch(`${broker.url}/v1/leases`, {
      method: 'POST',
      body: stream,
      ...init,
      headers: {
        authorization: 'Bearer x.y.z',
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
    });
    expect(streamed.status).toBe(413);
    const type = { 'content-type': 'text/plain' };
    await expect(post('{}', type)).resolves.toEqual({ status: 415, code: 'media-type' });
  });
});

it('a client that leaves before its body ends is not a failure of the broker', async () => {
  const sent = request(`${broker.url}/v1/leases`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer x.y.z',
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      'content-length': 100,
    },
  });
  sent.once('error', () => {});
  const before = logged.length;
  sent.write('{', () => sent.destroy());
  await vi.waitFor(() => expect(logged).toHaveLength(before + 1));
  expect(logged.at(-1)).toMatchObject({ status: 400, outcome: 'invalid-request' });
  expect(failures).toEqual([]);
});

describe('headers', () => {
  it.each(['', 'x', '00000000-0000-1000-8000-000000000000', `${crypto.randomUUID()}0`])(
    'with the idempotency key %j are refused with 400',
    async (key) => {
      const headers = { 'idempotency-key': key };
      const answer = await post(JSON.stringify(good), headers);
      expect(answer).toEqual({ status: 400, code: 'invalid-request' });
    },
  );

  it.each([
    'Bearer',
    'Bearer ',
    'Basic eDp5',
    'Bearer a.b.c',
    'Bearer ..',
    `Bearer ${'x'.repeat(8193)}`,
    'Bearer elt_not-for-this',
  ])('with the authorization %s are refused with 401 and no reason', async (authorization) => {
    const answer = await post(JSON.stringify(good), { authorization });
    expect(answer).toEqual({ status: 401, code: 'unauthorized' });
  });

  it('with a rule that does not match, or is not there, are refused alike', async () => {
    for (const rule of ['web-deploy', 'nothing']) {
      const answer = await post(JSON.stringify({ ...good, rule }));
      expect(answer).toEqual({ status: 403, code: 'no-rule' });
    }
  });
});

it('every route refuses other methods and paths with a problem document', async () => {
  const paths = ['/v1/leases', '/healthz', '/readyz', '/.well-known/exo-broker', '/openapi.json'];
  for (const path of paths) {
    const answer = await send(`${broker.url}${path}`, { method: 'PUT' });
    expect(answer).toMatchObject({ status: 405, body: { code: 'method-not-allowed' } });
    expect(answer.headers.get('allow')).toBeTruthy();
  }
  for (const path of ['/', '/v1', '/v1/leases/', '/v1/leases/a/b', '/..%2f', '/%00', '/%E0%A4%A']) {
    const answer = await send(`${broker.url}${path}`, { method: 'GET' });
    expect([401, 404]).toContain(answer.status);
  }
  const garbled = await send(`${broker.url}/v1/leases/not-an-id`, {
    method: 'GET',
    headers: { authorization: `Bearer ${await world.manageToken()}` },
  });
  expect(garbled.status).toBe(404);
});

function sendRaw(head: string): Promise<string> {
  const { hostname, port } = new URL(broker.url);
  const socket = connect(Number(port), hostname);
  socket.write(`${head}\r\nConnection: close\r\n\r\n`);
  return text(socket);
}

it.each(['a b', 'a/b', 'a@b', '[::1', 'a:99999'])(
  'the host %j is refused with a problem document',
  async (host) => {
    const answer = await sendRaw(`GET /healthz HTTP/1.1\r\nHost: ${host}`);
    expect(answer).toMatch(
      /^HTTP\/1\.1 400 .*application\/problem\+json.*"code":"invalid-request"/s,
    );
  },
);

it.each(['/\\healthz', 'healthz', '*'])('the path %s is refused likewise', async (path) => {
  const answer = await sendRaw(`GET ${path} HTTP/1.1\r\nHost: broker.example.com`);
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
});

it('a probe of HTTP/1.0 needs no host', async () => {
  await expect(sendRaw('GET /healthz HTTP/1.0')).resolves.toMatch(/^HTTP\/1\.1 200 /);
});

it('bytes that are not HTTP, and a head that is too large, do not reach a route', async () => {
  const status = await new Promise((resolve) => {
    const sent = request(`${broker.url}/healthz`, { headers: { 'x-large': 'x'.repeat(20_000) } });
    sent.once('response', (response) => resolve(response.resume().statusCode));
    sent.end();
  });
  expect(status).toBe(431);
});

it('too many requests of one address or one repository are refused with 429', async () => {
  const narrow = await createWorld();
  const limited = await startBroker(await readConfig(narrow.configFile), {
    ...options,
    rateLimits: { perAddressAMinute: 4, perRepositoryAMinute: 2 },
  });
  const ask = () => askForLease({ world: narrow, url: limited.url });
  const statuses = [];
  for (let count = 0; count < 5; count += 1) statuses.push((await ask()).status);
  expect(statuses).toEqual([201, 201, 429, 429, 429]);
  const health = await send(`${limited.url}/healthz`, { method: 'GET' });
  expect(health.status).toBe(200);
  await limited.stop();
  await narrow[Symbol.asyncDispose]();
});

describe('the address of a client', () => {
  it('is the peer, unless the peer is a trusted proxy', () => {
    const untrusting = createClientAddress([]);
    expect(untrusting('203.0.113.1', '198.51.100.1')).toBe('203.0.113.1');
    const trusting = createClientAddress(['10.0.0.0/8', '::1/128']);
    expect(trusting('::ffff:10.0.0.1', '198.51.100.1')).toBe('198.51.100.1');
    expect(trusting('10.0.0.1', '6.6.6.6, 198.51.100.1, 10.0.0.2')).toBe('198.51.100.1');
    expect(trusting('10.0.0.1', 'nonsense')).toBe('10.0.0.1');
    expect(trusting('203.0.113.1', '198.51.100.1')).toBe('203.0.113.1');
  });
});
