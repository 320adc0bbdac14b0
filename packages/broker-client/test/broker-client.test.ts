// What the client makes of answers, against a server that gives them one by one. The actions and the command line
// are tested against a real broker.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { seal } from '@x/seal';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  createBrokerClient,
  isCertain,
  readBrokerUrl,
  requestLease,
  type BrokerClient,
  type OpenedLease,
} from '../src/index.ts';

interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly retryAfter?: string;
  readonly enforcedBy?: string;
  /** Ends the connection instead. */
  readonly drops?: boolean;
}

const payload = {
  v: 1,
  key: 'EXO1',
  secret: 'the-secret',
  name: 'exo-broker.1',
  'expires-at': new Date(Date.now() + 900_000).toISOString(),
  holder: { kind: 'ci' },
} as const;

let server: Server;
let url: URL;
let replies: Reply[];
let asked: string[];
let shown: (string | undefined)[];
let waits: number[];
let clockMs: number;

beforeEach(async () => {
  [replies, asked, shown, waits, clockMs] = [[], [], [], [], 0];
  server = createServer((request, response) => void answer(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  asked.push(`${request.method} ${request.url}`);
  shown.push(request.headers.authorization);
  const sent = await text(request);
  const { recipient = '' } = (sent ? JSON.parse(sent) : {}) as { readonly recipient?: string };
  const next = replies.shift() ?? { status: 200, body: { state: 'revoked' } };
  if (next.drops) {
    request.socket.destroy();
    return;
  }
  const isLease = next.body === 'a lease';
  const enforced = { 'enforced-by': next.enforcedBy ?? 'server' };
  const sealed = isLease && (await seal(payload, recipient));
  const body = isLease ? { ...lease, ...enforced, sealed } : next.body;
  response.statusCode = next.status;
  if (next.retryAfter !== undefined) response.setHeader('retry-after', next.retryAfter);
  response.end(typeof body === 'string' ? body : JSON.stringify(body ?? {}));
}

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const lease = {
  id: 'x',
  key: 'EXO1',
  name: 'exo-broker.1',
  'expires-at': payload['expires-at'],
  'enforced-by': 'server',
  'revoke-token': 'revoke-me',
};

function client(env: Readonly<Record<string, string>> = { EXO_LEASE_ID_TOKEN: 't' }): BrokerClient {
  return createBrokerClient({
    url,
    env,
    elapsed: () => clockMs,
    sleep: (ms) => {
      waits.push(ms);
      clockMs += ms;
      return Promise.resolve();
    },
  });
}

function ask(
  from = client(),
  check: (opened: OpenedLease['payload']) => void = () => {},
): Promise<OpenedLease> {
  const signal = AbortSignal.timeout(30_000);
  return requestLease(from, { scope: {} }, { signal, limitMs: 10_000, undoTimeoutMs: 5000, check });
}

const problem = (status: number, code: string): Reply => ({ status, body: { code } });

describe('requestLease', () => {
  it('opens what was sealed to it', async () => {
    replies = [{ status: 201, body: 'a lease' }];
    expect(await ask()).toMatchObject({ payload: { secret: 'the-secret' } });
  });

  it('asks again, ever later, until the limit', async () => {
    replies = Array.from({ length: 9 }, () => problem(503, 'unavailable'));
    await expect(ask()).rejects.toMatchObject({ code: 'ERR_BROKER_UNREACHABLE' });
    expect(waits).toEqual([500, 1000, 2000, 4000]);
    // The last one ends what an attempt may have made.
    expect(asked.at(-1)).toMatch(/^DELETE /);
  });

  it.each<[string, Reply, boolean]>([
    ['a refusal', problem(403, 'no-rule'), true],
    ['too many leases', { ...problem(429, 'max-live'), retryAfter: '7' }, true],
    ['a 404 that is not from a broker', { status: 404, body: '<html>' }, false],
    ['a redirect', { status: 302 }, false],
    ['an answer without a lease', { status: 201, body: { id: 'x' } }, false],
    ['an answer that is too long', { status: 201, body: 'x'.repeat(2 ** 21) }, false],
    [
      'a revoke token of two lines',
      { status: 201, body: { ...lease, sealed: 'e30', 'revoke-token': 'a\n::error::b' } },
      false,
    ],
    ['a lease for another recipient', { status: 201, body: { ...lease, sealed: 'e30' } }, false],
  ])('says whether the broker certainly made nothing, after %s', async (_, reply, certain) => {
    replies = [reply];
    const error: unknown = await ask().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'BrokerClientError' });
    expect(isCertain(error)).toBe(certain);
    expect(asked.some((each) => each.startsWith('DELETE'))).toBe(!certain);
    expect(String(error)).not.toContain('sealed');
  });

  it.each<[string, Reply]>([
    ['a cut connection', { status: 0, drops: true }],
    ['a 502', { status: 502 }],
  ])('a refusal after %s is not certain', async (_, first) => {
    replies = [first, problem(401, 'unauthorized')];
    const error: unknown = await ask().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'ERR_BROKER_REFUSED' });
    expect(isCertain(error)).toBe(false);
    expect(asked.at(-1)).toMatch(/^DELETE /);
  });

  it('ends a lease that the caller refuses', async () => {
    replies = [{ status: 201, body: 'a lease' }];
    const refuse = (): never => {
      throw new Error('another host');
    };
    await expect(ask(client(), refuse)).rejects.toThrow('another host');
    expect(asked.at(-1)).toMatch(/^DELETE /);
  });

  it('knows the lease by its own id, and an enforced-by of another kind as broker', async () => {
    replies = [{ status: 201, body: 'a lease' }];
    const from = client();
    expect(await ask(from)).toMatchObject({ id: from.id, enforcedBy: 'server' });
    replies = [{ status: 201, body: 'a lease', enforcedBy: 'nobody' }];
    expect(await ask()).toMatchObject({ enforcedBy: 'broker' });
  });

  it('says what is missing without an OIDC token, and asks nothing', async () => {
    await expect(ask(client({}))).rejects.toMatchObject({ code: 'ERR_ID_TOKEN_MISSING' });
    expect(asked).toEqual([]);
  });

  it('takes the token of the runner before that of a variable', async () => {
    replies = [
      { status: 200, body: { value: 'of GitHub' } },
      { status: 201, body: 'a lease' },
    ];
    await ask(
      client({
        ACTIONS_ID_TOKEN_REQUEST_URL: `${url.href}token?v=1`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'r',
        EXO_LEASE_ID_TOKEN: 'of a step',
      }),
    );
    expect(asked[0]).toMatch(/^GET \/token\?v=1&audience=http.*recipient/);
  });
});

describe('end', () => {
  const limits = { signal: AbortSignal.timeout(30_000), limitMs: 0 };

  it.each([{ body: '<html>' }, { body: {} }, { body: { state: 'leased' } }])(
    'does not take %j for the end of a lease',
    async ({ body }) => {
      replies = [{ status: 200, body }];
      await expect(client().end('revoke-me', limits)).rejects.toMatchObject({
        code: 'ERR_BROKER_UNREACHABLE',
      });
    },
  );

  it('shows an OIDC token where the revoke token is refused', async () => {
    replies = [problem(401, 'unauthorized'), { status: 200, body: { state: 'revoking' } }];
    await expect(client().end('revoke-me', limits)).resolves.toBe('revoking');
    expect(shown).toEqual(['Bearer revoke-me', 'Bearer t']);
  });
});

describe('readBrokerUrl', () => {
  it.each(['https://broker.example.com', 'http://127.0.0.1:8787', 'http://[::1]:1/'])(
    'takes %s',
    (typed) => {
      expect(readBrokerUrl(typed, 'The input broker').href).toContain(typed);
    },
  );

  it.each([
    '',
    'broker.example.com',
    'http://broker.example.com',
    'http://127.0.0.1.example.com',
    'ftp://127.0.0.1',
    'https://user:password@broker.example.com',
    'https://broker.example.com?token=secret',
    'https://broker.example.com#a',
    'https://broker.example.com?',
    'https://broker.example.com#',
  ])('refuses %j and does not repeat it', (typed) => {
    expect(() => readBrokerUrl(typed, 'The input broker')).toThrow(
      expect.objectContaining({
        code: 'ERR_BROKER_URL_INVALID',
        message: expect.not.stringContaining('secret'),
      }),
    );
  });
});
