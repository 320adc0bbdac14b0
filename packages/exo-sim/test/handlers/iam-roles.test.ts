import { beforeEach, describe, expect, it } from 'vitest';

import { createSimulator, type Simulator, type SimulatorOptions } from '../../src/index.ts';
import { clientOf, createKey, createRole, denyAllBut, type Send } from '../support/client.ts';

let clock: number;
let simulator: Simulator;
let send: Send;

function begin(options: SimulatorOptions = {}): void {
  clock = 1_000_000;
  simulator = createSimulator({ now: () => clock, allowEmptyPolicy: true, ...options });
  send = clientOf(simulator);
}

beforeEach(() => begin());

const everyField = {
  description: 'for CI',
  labels: { team: 'a' },
  permissions: ['bypass-governance-retention'],
  policy: denyAllBut({ sos: { type: 'allow' } }),
  'assume-role-policy': { rules: [{ action: 'allow', expression: 'true' }] },
  'max-session-ttl': 900,
};

describe('create-iam-role', () => {
  it('keeps every field', async () => {
    const { body } = await send('POST', '/v2/iam-role', {
      name: 'ci',
      editable: false,
      ...everyField,
    });
    const id = body.reference.id as string;
    expect(body).toEqual({
      id: expect.any(String),
      state: 'success',
      reference: { id, link: `/v2/iam-role/${id}`, command: 'create-iam-role' },
    });
    const role = { id, name: 'ci', editable: false, ...everyField };
    expect((await send('GET', `/v2/iam-role/${id}`)).body).toEqual(role);
    expect((await send('GET', '/v2/iam-role')).body['iam-roles']).toContainEqual(role);
  });

  it('allows everything when no policy is given', async () => {
    const id = await createRole(send);
    expect((await send('GET', `/v2/iam-role/${id}`)).body).toEqual({
      id,
      name: 'role',
      editable: true,
      permissions: [],
      policy: { 'default-service-strategy': 'allow', services: {} },
    });
  });

  it.each([
    {},
    { name: '' },
    { name: 'x'.repeat(192) },
    { name: 'a', editable: 'no' },
    { name: 'a', description: '' },
    { name: 'a', permissions: ['all'] },
    { name: 'a', permissions: 'all' },
    { name: 'a', labels: { team: 1 } },
    { name: 'a', labels: [] },
    { name: 'a', policy: {} },
    { name: 'a', 'assume-role-policy': {} },
    { name: 'a', 'max-session-ttl': 0 },
    { name: 'a', 'max-session-ttl': '1' },
  ])('refuses %j', async (body) => {
    expect(await send('POST', '/v2/iam-role', body)).toMatchObject({ status: 400 });
  });
});

describe('update-iam-role', () => {
  it('changes what is given, and never the policy', async () => {
    const id = await createRole(send, everyField);
    const change = { description: 'other', policy: denyAllBut({}) };
    expect(await send('PUT', `/v2/iam-role/${id}`, change)).toMatchObject({ status: 200 });
    expect((await send('GET', `/v2/iam-role/${id}`)).body).toMatchObject({
      ...everyField,
      description: 'other',
    });
  });

  it('changes what is not the policy of a role that is not editable', async () => {
    const id = await createRole(send, { editable: false });
    const sent = { description: 'new' };
    expect(await send('PUT', `/v2/iam-role/${id}`, sent)).toMatchObject({ status: 200 });
    expect((await send('GET', `/v2/iam-role/${id}`)).body).toMatchObject(sent);
  });

  it('refuses what is wrong, unknown or not editable', async () => {
    const id = await createRole(send, { editable: false });
    expect(await send('PUT', `/v2/iam-role/${id}`, { description: '' })).toMatchObject({
      status: 400,
    });
    expect(await send('PUT', `/v2/iam-role/${id}:policy`, denyAllBut({}))).toMatchObject({
      status: 403,
    });
    const owner = [...simulator.state.roles.keys()][0] as string;
    expect(await send('PUT', `/v2/iam-role/${owner}`, {})).toMatchObject({ status: 403 });
    expect(await send('PUT', '/v2/iam-role/unknown', {})).toMatchObject({ status: 404 });
    expect(await send('GET', '/v2/iam-role/unknown')).toMatchObject({ status: 404 });
  });
});

describe('update-iam-role-policy', () => {
  it('holds for the keys there are', async () => {
    const id = await createRole(send);
    const client = clientOf(simulator, await createKey(send, id));
    expect(await client('GET', '/v2/instance')).toMatchObject({ status: 200 });
    await send('PUT', `/v2/iam-role/${id}:policy`, denyAllBut({}));
    expect(await client('GET', '/v2/instance')).toMatchObject({ status: 403 });
  });

  it('refuses what is not a policy', async () => {
    const id = await createRole(send);
    expect(await send('PUT', `/v2/iam-role/${id}:policy`, {})).toMatchObject({ status: 400 });
  });
});

describe('delete-iam-role', () => {
  it('waits for the last key', async () => {
    const id = await createRole(send);
    const { apiKey } = await createKey(send, id);
    expect(await send('DELETE', `/v2/iam-role/${id}`)).toMatchObject({ status: 409 });
    await send('DELETE', `/v2/api-key/${apiKey}`);
    expect(await send('DELETE', `/v2/iam-role/${id}`)).toMatchObject({ status: 200 });
    expect(await send('DELETE', `/v2/iam-role/${id}`)).toMatchObject({ status: 404 });
  });

  it('waits until the deletion of the key has come through', async () => {
    begin({ pendingPolls: 1, roleDetachedAfterMs: 1000 });
    const created = (await send('POST', '/v2/iam-role', { name: 'a' })).body;
    await send('GET', `/v2/operation/${created.id}`);
    await send('GET', `/v2/operation/${created.id}`);
    const path = `/v2/iam-role/${created.reference.id}`;
    const { apiKey } = await createKey(send, created.reference.id as string);
    const deletion = (await send('DELETE', `/v2/api-key/${apiKey}`)).body;
    clock += 1000;
    expect(await send('DELETE', path)).toMatchObject({ status: 409 });
    await send('GET', `/v2/operation/${deletion.id}`);
    expect(await send('DELETE', path)).toMatchObject({ status: 409 });
    await send('GET', `/v2/operation/${deletion.id}`);
    clock -= 1;
    expect(await send('DELETE', path)).toMatchObject({ status: 409 });
    clock += 1;
    expect(await send('DELETE', path)).toMatchObject({ status: 200 });
  });

  it('refuses a built-in role', async () => {
    const owner = [...simulator.state.roles.values()].find(({ name }) => name === 'Owner');
    expect(await send('DELETE', `/v2/iam-role/${owner?.id}`)).toMatchObject({ status: 403 });
  });
});
