// The client of the broker: what it sends, and what becomes of a lease that it does not get.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { seal, type SealedPayload } from '@x/seal';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { leaseFromBroker } from '../src/broker/lease-from-broker.ts';
import type { Context } from '../src/context.ts';

interface Seen {
  readonly method: string;
  readonly path: string;
  readonly bearer: string;
  readonly id: string | undefined;
  readonly body: unknown;
}

interface Answer {
  readonly status: number;
  readonly body: object;
  /** What is sealed to the recipient of the request. */
  readonly payload?: SealedPayload;
}

const payload: SealedPayload = {
  v: 1,
  key: 'EXO1',
  secret: 's',
  zone: 'ch-gva-2',
  endpoint: 'https://api-ch-gva-2.exoscale.com/v2',
  name: 'exo-broker.1',
  'expires-at': new Date(Date.now() + 900_000).toISOString(),
  holder: { kind: 'github-run' },
};

describe('leaseFromBroker', () => {
  let server: Server;
  let url: string;
  let seen: Seen[];
  let answers: Answer[];

  beforeEach(async () => {
    seen = [];
    answers = [];
    const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const { status, body } = await answer(request);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    server = createServer((request, response) => void serve(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(() => server.close());

  async function answer(request: IncomingMessage): Promise<{ status: number; body: object }> {
    const { pathname, searchParams } = new URL(request.url ?? '', url);
    if (pathname === '/token')
      return { status: 200, body: { value: searchParams.get('audience') } };
    const sent = await text(request);
    const body = (sent ? JSON.parse(sent) : undefined) as { recipient: string } | undefined;
    seen.push({
      method: request.method ?? '',
      path: pathname,
      bearer: (request.headers.authorization ?? '').replace('Bearer ', ''),
      id: request.headers['idempotency-key'] as string | undefined,
      body,
    });
    if (request.method === 'DELETE') return { status: 200, body: { state: 'revoked' } };
    const { payload: toSeal, ...next } = answers.shift() ?? lease(payload);
    const sealed = toSeal && (await seal(toSeal, body?.recipient ?? ''));
    return { ...next, body: { ...next.body, ...(sealed && { sealed }) } };
  }

  function lease(toSeal: SealedPayload): Answer {
    const facts = { id: 'x', key: 'EXO1', name: 'n', 'expires-at': payload['expires-at'] };
    const body = { ...facts, 'enforced-by': 'server', 'revoke-token': 'revoke-me' };
    return { status: 201, body, payload: toSeal };
  }

  function ask(
    options: object = {},
    signal = new AbortController().signal,
    env: Readonly<Record<string, string>> = {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?v=1`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't',
    },
  ): ReturnType<typeof leaseFromBroker> {
    const context = {
      env,
      fetch: globalThis.fetch,
      now: Date.now,
      signal,
      stderr: { write: () => {} },
    } as unknown as Context;
    const scope = { operation: ['list-zones'], tag: [], resource: [], getOperation: 'auto' };
    const given = { broker: `${url}/`, prefix: 'exo-lease', ...scope, ...options };
    return leaseFromBroker(context, given as unknown as Parameters<typeof leaseFromBroker>[1]);
  }

  it('binds the token to the recipient, and ends the lease with the revoke token', async () => {
    const held = await ask({ brokerRule: 'deploy', ttl: '10m' });
    expect(held).toMatchObject({ apiKey: 'EXO1', apiSecret: 's', zone: 'ch-gva-2' });
    await held.ending.revoke(new AbortController().signal);
    expect(seen).toMatchObject([
      {
        method: 'POST',
        path: '/v1/leases',
        bearer: expect.stringMatching(/^http:.*\?recipient=elr_/),
        body: {
          rule: 'deploy',
          scope: { operations: ['list-zones'] },
          ttl: '10m',
          recipient: expect.stringMatching(/^elr_/),
        },
      },
      { method: 'DELETE', path: `/v1/leases/${seen[0]?.id}`, bearer: 'revoke-me' },
    ]);
    expect(seen[0]?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  });

  it('asks again with the same id while the broker is in trouble', async () => {
    answers.push({ status: 503, body: { code: 'unavailable' } });
    await ask();
    expect(seen).toHaveLength(2);
    expect(seen[1]).toEqual(seen[0]);
  });

  it('reports a refusal with its code, and leaves nothing to end', async () => {
    answers.push({ status: 403, body: { code: 'ceiling', detail: 'too much' } });
    await expect(ask()).rejects.toMatchObject({
      code: 'ERR_BROKER_REFUSED',
      message: expect.stringContaining('ceiling: too much'),
    });
    expect(seen).toHaveLength(1);
  });

  it('ends what an earlier attempt may have made when a later one is refused', async () => {
    answers.push({ status: 504, body: {} }, { status: 429, body: { code: 'rate-limited' } });
    await expect(ask()).rejects.toMatchObject({ code: 'ERR_BROKER_REFUSED' });
    expect(seen.map(({ method }) => method)).toEqual(['POST', 'POST', 'DELETE']);
    expect(seen.at(-1)).toMatchObject({ path: `/v1/leases/${seen[0]?.id}`, bearer: url });
  });

  it.each([
    ['leads elsewhere', { ...payload, endpoint: 'https://evil.example.com/v2' }],
    ['is not on this machine and plain', { ...payload, endpoint: 'http://api.exoscale.com/v2' }],
  ])('ends a lease whose endpoint %s', async (_, sealed) => {
    answers.push(lease(sealed));
    await expect(ask()).rejects.toMatchObject({ code: 'ERR_ENDPOINT_INVALID' });
    expect(seen.at(-1)).toMatchObject({ method: 'DELETE', bearer: url });
  });

  it('ends a lease whose zone would lead the clients of the command elsewhere', async () => {
    answers.push(lease({ ...payload, zone: 'x.evil.example.com/' }));
    await expect(ask()).rejects.toMatchObject({ code: 'ERR_ZONE_INVALID' });
    expect(seen.at(-1)).toMatchObject({ method: 'DELETE', bearer: url });
  });

  it('shows no token where certificates are not checked', async () => {
    const env = { NODE_TLS_REJECT_UNAUTHORIZED: '0', EXO_LEASE_ID_TOKEN: 't' };
    await expect(ask({}, undefined, env)).rejects.toMatchObject({ code: 'ERR_TLS_UNVERIFIED' });
    expect(seen).toEqual([]);
  });

  it('ends what a cancelled request may still make', async () => {
    const controller = new AbortController();
    answers.push({ status: 503, body: {} });
    const asking = ask({}, controller.signal);
    setTimeout(() => controller.abort(new Error('cancelled')), 100);
    await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen.at(-1)).toMatchObject({ method: 'DELETE', path: `/v1/leases/${seen[0]?.id}` });
  });

  it.each([
    [{ broker: 'http://broker.example.com' }],
    [{ broker: 'ftp://127.0.0.1' }],
    [{ policy: '{}' }],
    [{ template: 'EXO1' }],
    [{ endpoint: 'https://api-ch-gva-2.exoscale.com/v2' }],
  ])('refuses %j beside it', async (options) => {
    await expect(ask(options)).rejects.toMatchObject({ code: 'ERR_USAGE' });
    expect(seen).toEqual([]);
  });
});
