// Whatever a client sends over a real socket, it gets an answer that is no 500, and so does the next.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { createSimulator, listen, type Listener, type Simulator } from '../src/index.ts';
import { clientOf, createKey, createRole, denyAllBut } from './support/client.ts';
import { exchange, openSocket } from './support/raw-exchange.ts';
import { sign } from './support/sign.ts';

let simulator: Simulator;
let listener: Listener;

beforeAll(async () => {
  simulator = createSimulator({ allowEmptyPolicy: true });
  listener = await listen(simulator);
});

afterAll(() => listener.close());

// After every case, the process still serves.
afterEach(async () => {
  const { ok, status } = await fetch(`${listener.endpoint}/zone`);
  if (!ok) throw new Error(`The simulator no longer serves: ${status}`);
});

function soon(): number {
  return Math.floor(Date.now() / 1000) + 60;
}

function authorize(method: string, path: string, body?: string): string {
  const url = listener.url + path;
  return sign({ method, url, body, ...simulator.parentKey, expires: soon() });
}

async function post(path: string, body: string, headers: object = {}): Promise<Response> {
  const authorization = authorize('POST', path, body);
  return fetch(listener.url + path, {
    method: 'POST',
    body,
    headers: { authorization, ...headers },
  });
}

function head(lines: readonly string[]): string {
  return [...lines, 'connection: close', '', ''].join('\r\n');
}

describe('a body', () => {
  it.each([
    ['no JSON', '{"name":'],
    ['no object', '"name"'],
    ['nothing but a null', 'null'],
    ['two values', '{}{}'],
    ['a byte order mark in the middle', '{"name":\ufeff"a"}'],
    ['nested for ever', '{"a":'.repeat(100_000)],
    ['nested too deeply', `${'{"a":'.repeat(65)}1${'}'.repeat(65)}`],
    ['nested too deeply in lists', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('that is %s is 400', async (_, body) => {
    const response = await post('/v2/instance', body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ message: expect.any(String) });
  });

  it('that is no UTF-8 is 400', async () => {
    const body = Uint8Array.of(0x7b, 0xff, 0x7d);
    const authorization = authorize('POST', '/v2/instance', '');
    const lines = ['POST /v2/instance HTTP/1.1', 'host: a', 'content-length: 3'];
    const { status } = await exchange(
      listener,
      head([...lines, `authorization: ${authorization}`]),
      body,
    );
    // The signature is that of another body; a signer for bytes is not what is tested here.
    expect(status).toBe(403);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'image/png', ';;;'])(
    'of type %s is read as JSON all the same',
    async (type) => {
      expect((await post('/v2/instance', '{}', { 'content-type': type })).status).toBe(200);
    },
  );

  it('with names of Object.prototype is an ordinary one', async () => {
    const body = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    expect((await post('/v2/instance', body)).status).toBe(200);
    expect({}).not.toHaveProperty('polluted');
  });

  it('with numbers beyond all bounds is an ordinary one', async () => {
    expect((await post('/v2/instance', '{"size":1e400,"a":-1e-400,"b":1e308}')).status).toBe(200);
  });

  it('over the limit is 413 however it is sent', async () => {
    const big = 'x'.repeat(1024 * 1024 + 1);
    expect((await post('/v2/instance', big)).status).toBe(413);
    const chunk = `${(512 * 1024).toString(16)}\r\n${'x'.repeat(512 * 1024)}\r\n`;
    const lines = ['POST /v2/instance HTTP/1.1', 'host: a', 'transfer-encoding: chunked'];
    const { status } = await exchange(listener, head(lines), chunk, chunk, chunk, '0\r\n\r\n');
    expect(status).toBe(413);
  });
});

describe('a policy', () => {
  it.each([
    ['cannot be parsed', 'operation =='],
    ['is empty', ''],
    ['names what is not there', 'nothing.at.all == 1'],
    ['compares what cannot be compared', "operation > 1 || parameters.size == 'a'"],
    ['divides by zero', '1 / 0 == 1'],
    ['is not a boolean', "'true'"],
    ['holds a broken pattern', "operation.matches('(')"],
    ['holds a broken time', "timestamp('soon') < timestamp(now)"],
    ['is nested for ever', `${'('.repeat(20_000)}true${')'.repeat(20_000)}`],
    ['is huge', Array.from({ length: 20_000 }, () => 'false').join(' || ')],
  ])('whose expression %s refuses, and lets the next rule decide', async (_, expression) => {
    const parent = clientOf(simulator);
    const rules = [
      { action: 'allow', expression },
      { action: 'allow', expression: "operation == 'list-instances'" },
    ] as const;
    const roleId = await createRole(parent, {
      policy: denyAllBut({ compute: { type: 'rules', rules } }),
    });
    const { apiKey, apiSecret } = await createKey(parent, roleId);
    const ask = async (path: string): Promise<number> => {
      const url = listener.url + path;
      const authorization = sign({ method: 'GET', url, apiKey, apiSecret, expires: soon() });
      return (await fetch(url, { headers: { authorization } })).status;
    };
    expect(await ask('/v2/instance')).toBe(200);
    expect(await ask('/v2/template')).toBe(403);
  });
});

describe('an expiry', () => {
  it.each(['0', '-1', '-9999999999', '1e99', 'NaN', '', '1.5', '+1', '0x1', '9'.repeat(400)])(
    'of %s is 403',
    async (expires) => {
      const authorization = authorize('GET', '/v2/instance').replace(
        /expires=\d+/,
        `expires=${expires}`,
      );
      const response = await fetch(`${listener.url}/v2/instance`, { headers: { authorization } });
      expect(response.status).toBe(403);
    },
  );

  it.each([32_503_680_000, Number.MAX_SAFE_INTEGER])('of %i is accepted', async (expires) => {
    const url = `${listener.url}/v2/instance`;
    const authorization = sign({ method: 'GET', url, ...simulator.parentKey, expires });
    expect((await fetch(url, { headers: { authorization } })).status).toBe(200);
  });

  it('of a session is as far away as a date can be', async () => {
    const send = clientOf(simulator);
    const rules = [{ action: 'allow', expression: 'true' }];
    const longest = Number.MAX_SAFE_INTEGER;
    const roleId = await createRole(send, {
      'max-session-ttl': longest,
      'assume-role-policy': { rules },
    });
    const reply = await post(`/v2/iam-role/${roleId}/assume`, JSON.stringify({ ttl: longest }));
    expect(await reply.json()).toMatchObject({ 'expires-at': '+275760-09-13T00:00:00.000Z' });
  });
});

describe('HTTP', () => {
  const zone = '/v2/zone';

  it.each([
    ['an absolute target', [`GET http://elsewhere${zone} HTTP/1.1`, 'host: a'], 200],
    ['a target of another scheme', [`GET ftp://elsewhere${zone} HTTP/1.1`, 'host: a'], 404],
    ['an asterisk', ['OPTIONS * HTTP/1.1', 'host: a'], 404],
    ['no host', [`GET ${zone} HTTP/1.1`], 400],
    ['two hosts', [`GET ${zone} HTTP/1.1`, 'host: a', 'host: b'], 200],
    ['HTTP/1.0 without a host', [`GET ${zone} HTTP/1.0`], 200],
    ['a method nobody knows', [`BREW ${zone} HTTP/1.1`, 'host: a'], 400],
    ['a method that is not possible', [`PATCH ${zone} HTTP/1.1`, 'host: a'], 405],
    ['an upgrade', [`GET ${zone} HTTP/1.1`, 'host: a', 'upgrade: websocket'], 200],
    ['an expectation nobody knows', [`GET ${zone} HTTP/1.1`, 'host: a', 'expect: tea'], 417],
    ['a header without a colon', [`GET ${zone} HTTP/1.1`, 'host a'], 400],
    ['headers without end', [`GET ${zone} HTTP/1.1`, `host: ${'a'.repeat(20_000)}`], 431],
    ['no HTTP', ['hello'], 400],
  ] as const)('with %s is answered', async (_, lines, expected) => {
    expect((await exchange(listener, head(lines))).status).toBe(expected);
  });

  it('answers HEAD without a body', async () => {
    const { status, text } = await exchange(listener, head([`HEAD ${zone} HTTP/1.1`, 'host: a']));
    expect(status).toBe(405);
    expect(text).toMatch(/\r\n\r\n$/);
  });

  it('takes a body in chunks, and one that waits to be asked for', async () => {
    const body = '{"name":"chunked"}';
    const authorization = `authorization: ${authorize('POST', '/v2/iam-role', body)}`;
    const first = ['POST /v2/iam-role HTTP/1.1', 'host: a', authorization];
    const chunks = body.replace(/./g, (character) => `1\r\n${character}\r\n`);
    const chunked = head([...first, 'transfer-encoding: chunked']);
    expect((await exchange(listener, chunked, chunks, '0\r\n\r\n')).status).toBe(200);
    const waiting = head([...first, `content-length: ${body.length}`, 'expect: 100-continue']);
    const { status, text } = await exchange(listener, waiting, body);
    expect(text).toMatch(/^HTTP\/1\.1 100 /);
    expect(status).toBe(200);
  });

  it('signs the path of an absolute target, and takes the zone from it', async () => {
    const target = 'http://api-de-fra-1.exoscale.com/v2/instance';
    const authorization = `authorization: ${authorize('GET', '/v2/instance')}`;
    const lines = [`GET ${target} HTTP/1.1`, 'host: a', authorization];
    expect((await exchange(listener, head(lines))).status).toBe(200);
    expect(simulator.requests.at(-1)).toMatchObject({ zone: 'de-fra-1', path: '/v2/instance' });
  });

  it('serves others while a slow client is at it', async () => {
    const slow = await openSocket(listener);
    slow.write('POST /v2/iam-role HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\n{');
    const silent = await openSocket(listener);
    expect((await fetch(listener.endpoint + '/zone')).status).toBe(200);
    slow.destroy();
    silent.destroy();
  });
});

it('says that it failed itself, rather than nothing', async () => {
  const broken = await listen({
    ...simulator,
    handle: () => Promise.reject(new Error('out of order')),
  });
  const response = await fetch(broken.endpoint);
  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({ message: expect.stringContaining('out of order') });
  await broken.close();
});
