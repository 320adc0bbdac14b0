import { beforeEach, describe, expect, it } from 'vitest';

import { createSimulator, type Simulator } from '../../src/index.ts';
import {
  clientOf,
  createItem,
  createKey,
  createRole,
  denyAllBut,
  type Send,
} from '../support/client.ts';
import { sign } from '../support/sign.ts';

const start = Date.parse('2026-01-02T00:00:00.000Z');
let clock: number;
let simulator: Simulator;
let send: Send;

beforeEach(() => {
  clock = start;
  simulator = createSimulator({ now: () => clock });
  send = clientOf(simulator);
});

async function handlers(query = ''): Promise<string[]> {
  const { body } = await send('GET', `/v2/event${query}`);
  return (body as { handler: string }[]).map(({ handler }) => handler);
}

describe('an event', () => {
  it('tells who did what, with what and how it ended', async () => {
    const roleId = await createRole(send);
    const key = await createKey(send, roleId, 'ci');
    const path = await createItem(send, '/v2/instance');
    await clientOf(simulator, key)('PUT', `${path}:start?dry=1`, {
      'rescue-profile': 'x',
    });
    expect((await send('GET', '/v2/event')).body.at(-1)).toEqual({
      'iam-api-key': { name: 'ci', key: key.apiKey, 'role-id': roleId },
      'iam-role': { id: roleId, name: 'role' },
      'request-id': expect.any(String),
      zone: 'ch-gva-2',
      'get-params': { dry: '1' },
      'body-params': { 'rescue-profile': 'x' },
      'path-params': { id: path.split('/').at(-1) },
      status: 200,
      'source-ip': '127.0.0.1',
      uri: `${path}:start`,
      'elapsed-ms': 1,
      timestamp: '2026-01-02T00:00:00.000Z',
      handler: 'start-instance',
      message: `PUT https://api-ch-gva-2.exoscale.com${path}:start [start-instance] status 200`,
    });
  });

  it('is left by refused calls, but not by reads or by nobody', async () => {
    const roleId = await createRole(send, { policy: denyAllBut({}) });
    const client = clientOf(simulator, await createKey(send, roleId));
    await client('POST', '/v2/instance', {});
    await client('GET', '/v2/instance');
    await clientOf(simulator, { apiKey: 'EXO1', apiSecret: 'x' })('POST', '/v2/instance', {});
    const { body } = await send('GET', '/v2/event');
    expect(body.slice(2)).toMatchObject([{ handler: 'create-instance', status: 403 }]);
  });

  it('names a legacy key without a role', async () => {
    await clientOf(simulator, simulator.parentAccessKey)('POST', '/v2/instance', {});
    expect((await send('GET', '/v2/event')).body[0]['iam-api-key']).toEqual({
      name: 'parent',
      key: simulator.parentAccessKey.apiKey,
    });
  });

  it('asks nothing of the endpoint that an adapter names', async () => {
    const path = '/v2/instance';
    const url = `https://api-ch-gva-2.exoscale.com${path}`;
    const expires = start / 1000 + 60;
    const authorization = sign({ method: 'POST', url, ...simulator.parentKey, expires });
    const answer = await simulator.handle({
      method: 'POST',
      target: path,
      headers: { authorization },
      body: new Uint8Array(),
      sourceIp: '127.0.0.1',
      endpointOf: () => 'somewhere',
      signal: new AbortController().signal,
    });
    expect(answer).toMatchObject({ status: 200 });
    expect(simulator.state.events[0]).toMatchObject({
      message: 'POST somewhere/v2/instance [create-instance] status 200',
    });
  });

  it('never holds a secret of a request', async () => {
    await send('POST', '/v2/instance?client-secret=s1&dry=1', {
      users: [{ password: 'p1', name: 'n' }],
      'api-token': 't1',
      'private-key': 'k1',
      tls: { private_key: 'k2', privateKey: 'k3' },
    });
    expect(simulator.state.events[0]).toMatchObject({
      'get-params': { 'client-secret': '***', dry: '1' },
      'body-params': {
        users: [{ password: '***', name: 'n' }],
        'api-token': '***',
        'private-key': '***',
        tls: { private_key: '***', privateKey: '***' },
      },
    });
  });
});

describe('list-events', () => {
  it('shows the zone that is asked', async () => {
    await send('POST', '/de-fra-1/v2/instance', {});
    expect(await handlers()).toEqual([]);
    expect((await send('GET', '/de-fra-1/v2/event')).body).toHaveLength(1);
  });

  it('shows the last day unless told otherwise', async () => {
    await send('POST', '/v2/instance', {});
    clock += 86_400_000;
    await send('POST', '/v2/ssh-key', {});
    expect(await handlers()).toEqual(['create-instance', 'register-ssh-key']);
    clock += 1;
    expect(await handlers()).toEqual(['register-ssh-key']);
    expect(await handlers('?from=2026-01-01T00:00:00Z')).toHaveLength(2);
    expect(await handlers('?from=2026-01-01T00:00:00Z&to=2026-01-02T12:00:00Z')).toEqual([
      'create-instance',
    ]);
  });

  it.each(['?from=yesterday', '?to=now'])('refuses %s', async (query) => {
    expect(await send('GET', `/v2/event${query}`)).toMatchObject({ status: 400 });
  });
});
