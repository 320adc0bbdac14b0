import { beforeEach, describe, expect, it } from 'vitest';

import { createSimulator, type Simulator } from '../../src/index.ts';
import { clientOf, createRole, denyAllBut, type Send } from '../support/client.ts';

let clock: number;
let simulator: Simulator;
let send: Send;

beforeEach(() => {
  clock = 1_000_000;
  simulator = createSimulator({ now: () => clock });
  send = clientOf(simulator);
});

const anybody = { rules: [{ action: 'allow', expression: 'true' }] };

function assume(id: string, ttl: unknown): ReturnType<Send> {
  return send('POST', `/v2/iam-role/${id}/assume`, { ttl });
}

describe('assume-iam-role', () => {
  it('gives a key that is neither listed nor deletable and ends by itself', async () => {
    const id = await createRole(send, {
      'assume-role-policy': anybody,
      policy: denyAllBut({ compute: { type: 'allow' } }),
    });
    const { body, status } = await assume(id, 60);
    expect({ body, status }).toEqual({
      status: 200,
      body: {
        key: expect.stringMatching(/^EXO/),
        secret: expect.any(String),
        name: 'role',
        'role-id': id,
        'org-id': simulator.state.organization.id,
        'expires-at': new Date(clock + 60_000).toISOString(),
      },
    });
    const session = clientOf(simulator, { apiKey: body.key, apiSecret: body.secret });
    expect(await session('GET', '/v2/instance')).toMatchObject({ status: 200 });
    expect(await session('GET', '/v2/iam-role')).toMatchObject({ status: 403 });
    expect((await send('GET', '/v2/api-key')).body['api-keys']).toHaveLength(1);
    expect(await send('DELETE', `/v2/api-key/${body.key}`)).toMatchObject({ status: 403 });
    clock += 59_999;
    expect(await session('GET', '/v2/instance')).toMatchObject({ status: 200 });
    clock += 1;
    expect(await session('GET', '/v2/instance')).toMatchObject({ status: 403 });
  });

  it('leaves nothing to a session whose role is gone', async () => {
    const id = await createRole(send, { 'assume-role-policy': anybody });
    const { body } = await assume(id, 60);
    const session = clientOf(simulator, { apiKey: body.key, apiSecret: body.secret });
    await send('DELETE', `/v2/iam-role/${id}`);
    expect(await session('POST', '/v2/instance', {})).toMatchObject({ status: 403 });
    expect(simulator.state.events.at(-1)).not.toHaveProperty('iam-role');
  });

  it('asks the role who may assume it', async () => {
    const nobody = await createRole(send);
    expect(await assume(nobody, 60)).toMatchObject({ status: 403 });
    const { apiKey } = simulator.parentKey;
    const expression = (key: string): object => ({
      rules: [{ action: 'allow', expression: `identity.key == '${key}'` }],
    });
    const mine = await createRole(send, { 'assume-role-policy': expression(apiKey) });
    const theirs = await createRole(send, { 'assume-role-policy': expression('EXO1') });
    expect(await assume(mine, 60)).toMatchObject({ status: 200 });
    expect(await assume(theirs, 60)).toMatchObject({ status: 403 });
  });

  it.each([
    [{}, 3600, 200],
    [{}, 3601, 400],
    [{ 'max-session-ttl': 60 }, 60, 200],
    [{ 'max-session-ttl': 60 }, 61, 400],
    [{}, 0, 400],
    [{}, 1.5, 400],
    [{}, '60', 400],
    [{}, undefined, 400],
  ])('with %j answers a ttl of %s with %i', async (fields, ttl, status) => {
    const id = await createRole(send, { 'assume-role-policy': anybody, ...fields });
    expect(await assume(id, ttl)).toMatchObject({ status });
  });

  it('needs a role that exists and a role-based key', async () => {
    expect(await assume('unknown', 60)).toMatchObject({ status: 404 });
    const id = await createRole(send, { 'assume-role-policy': anybody });
    const legacy = clientOf(simulator, simulator.parentAccessKey);
    expect(await legacy('POST', `/v2/iam-role/${id}/assume`, { ttl: 60 })).toMatchObject({
      status: 403,
    });
  });
});
