import { beforeEach, describe, expect, it } from 'vitest';

import { createSimulator, type Simulator, type SimulatorOptions } from '../../src/index.ts';
import { clientOf, createKey, createRole, type Send } from '../support/client.ts';

let clock: number;
let simulator: Simulator;
let send: Send;

function begin(options: SimulatorOptions = {}): void {
  clock = 1_000_000;
  simulator = createSimulator({ now: () => clock, allowEmptyPolicy: true, ...options });
  send = clientOf(simulator);
}

beforeEach(() => begin());

describe('create-api-key', () => {
  it('gives the secret here and nowhere else', async () => {
    const roleId = await createRole(send);
    const { status, body } = await send('POST', '/v2/api-key', { name: 'ci', 'role-id': roleId });
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        name: 'ci',
        key: expect.stringMatching(/^EXO[0-9a-f]{24}$/),
        secret: expect.stringMatching(/^[\w-]{43}$/),
        'role-id': roleId,
      },
    });
    const shown = { name: 'ci', key: body.key, 'role-id': roleId };
    const own = await send('GET', `/v2/api-key/${body.key}`);
    expect(own.body).toEqual({ ...shown, 'org-id': simulator.state.organization.id });
    expect((await send('GET', '/v2/api-key')).body['api-keys']).toContainEqual(shown);
    expect(JSON.stringify(simulator.state.events)).not.toContain(body.secret);
  });

  it('makes a key that works at once', async () => {
    const key = await createKey(send, await createRole(send));
    expect(await clientOf(simulator, key)('GET', '/v2/instance')).toMatchObject({ status: 200 });
  });

  it.each([
    [{ name: 'a' }, 400],
    [{ 'role-id': 'a' }, 400],
    [{ name: '', 'role-id': 'a' }, 400],
    [{ name: 'x'.repeat(256), 'role-id': 'a' }, 400],
    [{ name: 'x'.repeat(255), 'role-id': 'a' }, 404],
  ])('refuses %j with %i', async (body, status) => {
    expect(await send('POST', '/v2/api-key', body)).toMatchObject({ status });
  });

  it('does not know a role before its creation has come through', async () => {
    begin({ pendingPolls: 1, roleVisibleAfterMs: 1000 });
    const created = (await send('POST', '/v2/iam-role', { name: 'a' })).body;
    const request = { name: 'a', 'role-id': created.reference.id };
    clock += 1000;
    expect(await send('POST', '/v2/api-key', request)).toMatchObject({ status: 404 });
    await send('GET', `/v2/operation/${created.id}`);
    expect(await send('POST', '/v2/api-key', request)).toMatchObject({ status: 404 });
    await send('GET', `/v2/operation/${created.id}`);
    clock -= 1;
    expect(await send('POST', '/v2/api-key', request)).toMatchObject({ status: 404 });
    clock += 1;
    expect(await send('POST', '/v2/api-key', request)).toMatchObject({ status: 200 });
  });

  it('is not for legacy access keys', async () => {
    const legacy = clientOf(simulator, simulator.parentAccessKey);
    const body = { name: 'a', 'role-id': await createRole(send) };
    expect(await legacy('POST', '/v2/api-key', body)).toMatchObject({ status: 403 });
  });
});

describe('delete-api-key', () => {
  it('makes the signature of the key void at once', async () => {
    const key = await createKey(send, await createRole(send));
    expect(await send('DELETE', `/v2/api-key/${key.apiKey}`)).toMatchObject({
      status: 200,
      body: { state: 'success' },
    });
    expect(await clientOf(simulator, key)('GET', '/v2/instance')).toEqual({
      status: 403,
      body: { message: 'Invalid request signature' },
    });
    expect(await send('GET', `/v2/api-key/${key.apiKey}`)).toMatchObject({ status: 404 });
  });

  it('answers to an unknown key as the API does', async () => {
    expect(await send('DELETE', '/v2/api-key/EXO1')).toEqual({
      status: 403,
      body: { message: 'API Key not in organization' },
    });
  });
});
