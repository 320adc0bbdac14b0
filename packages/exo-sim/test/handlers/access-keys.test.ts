import { beforeEach, describe, expect, it } from 'vitest';

import { createSimulator, type Simulator } from '../../src/index.ts';
import { clientOf, type Reply, type Send } from '../support/client.ts';

let simulator: Simulator;
let send: Send;

beforeEach(() => {
  simulator = createSimulator();
  send = clientOf(simulator, simulator.parentAccessKey);
});

const bucket = (name: string): object => ({
  domain: 'sos',
  'resource-type': 'bucket',
  'resource-name': name,
});

async function create(fields: object, signer: Send = send): Promise<Reply & { client: Send }> {
  const reply = await signer('POST', '/v2/access-key', { name: 'ci', ...fields });
  const credentials = { apiKey: reply.body.key as string, apiSecret: reply.body.secret as string };
  return { ...reply, client: clientOf(simulator, credentials) };
}

describe('create-access-key', () => {
  it('gives the secret here and nowhere else', async () => {
    const { body } = await create({ operations: ['list-instances'], resources: [bucket('a')] });
    expect(body).toEqual({
      name: 'ci',
      key: expect.stringMatching(/^EXO/),
      secret: expect.any(String),
      type: 'restricted',
      version: 'v2',
      operations: ['list-instances'],
      tags: [],
      resources: [bucket('a')],
    });
    const { secret: _, ...shown } = body;
    expect((await send('GET', `/v2/access-key/${body.key}`)).body).toEqual(shown);
    expect((await send('GET', '/v2/access-key')).body['access-keys']).toContainEqual(shown);
  });

  it('makes an unrestricted key when an unrestricted one asks for no restriction', async () => {
    expect((await create({})).body).toMatchObject({ type: 'unrestricted' });
  });

  it('makes keys that do what they hold and nothing else', async () => {
    const { client } = await create({ operations: ['list-instances'], tags: ['dns'] });
    expect(await client('GET', '/v2/instance')).toMatchObject({ status: 200 });
    expect(await client('GET', '/v2/dns-domain')).toMatchObject({ status: 200 });
    expect(await client('POST', '/v2/instance', {})).toMatchObject({ status: 403 });
  });

  it('hands down what is not restricted anew', async () => {
    const held = { operations: ['create-access-key', 'list-instances'], resources: [bucket('a')] };
    const { client } = await create(held);
    expect((await create({}, client)).body).toMatchObject(held);
    expect((await create({ operations: ['list-instances'] }, client)).body).toMatchObject({
      operations: ['list-instances'],
      resources: [bucket('a')],
    });
  });

  it('never makes a key that holds more', async () => {
    const { client } = await create({
      operations: ['create-access-key'],
      resources: [bucket('a')],
    });
    expect(await create({ operations: ['list-instances'] }, client)).toMatchObject({ status: 403 });
    expect(await create({ tags: ['compute'] }, client)).toMatchObject({ status: 403 });
    expect(await create({ resources: [bucket('b')] }, client)).toMatchObject({ status: 403 });
  });

  it.each([
    { name: '' },
    { operations: ['list-instance'] },
    { operations: 'list-instances' },
    { tags: ['computer'] },
    { tags: [1] },
    { resources: [{ domain: 'sos' }] },
    { resources: [null] },
    { resources: [{ ...bucket('a'), domain: 'dns' }] },
    { resources: [{ ...bucket('a'), 'resource-type': 'object' }] },
    { resources: [bucket('')] },
  ])('refuses %j', async (fields) => {
    expect(await create(fields)).toMatchObject({ status: 400 });
  });

  it('is not for role-based keys', async () => {
    expect(await create({}, clientOf(simulator))).toMatchObject({ status: 403 });
  });
});

describe('revoke-access-key', () => {
  it('leaves the keys made by the revoked one', async () => {
    const parent = await create({});
    const child = await create({}, parent.client);
    expect(await send('DELETE', `/v2/access-key/${parent.body.key}`)).toMatchObject({
      status: 200,
      body: { state: 'success' },
    });
    expect(await parent.client('GET', '/v2/instance')).toMatchObject({ status: 403 });
    expect(await child.client('GET', '/v2/instance')).toMatchObject({ status: 200 });
  });

  it('does not know what is gone', async () => {
    expect(await send('DELETE', '/v2/access-key/EXO1')).toMatchObject({ status: 404 });
    expect(await send('GET', '/v2/access-key/EXO1')).toMatchObject({ status: 404 });
  });
});

describe('the operations', () => {
  const list = async (signer: Send, path: string): Promise<unknown> =>
    (await signer('GET', path)).body['access-key-operations'];

  it('are known with their tags', async () => {
    expect(await list(send, '/v2/access-key-known-operations')).toEqual(
      expect.arrayContaining([
        { operation: 'list-instances', tags: ['instance', 'compute', 'read'] },
        { operation: 'create-access-key', tags: ['access-key', 'iam'] },
        { operation: 'get-sos-object', tags: ['sos', 'read'] },
      ]),
    );
  });

  it('are those of the key that signs', async () => {
    const operations = ['list-access-key-operations', 'list-instances'];
    const { client } = await create({ operations });
    const own = (await list(client, '/v2/access-key-operations')) as { operation: string }[];
    expect(own.map(({ operation }) => operation).sort()).toEqual(operations);
  });

  it('are all of them for a key that nothing restricts', async () => {
    expect(await list(send, '/v2/access-key-operations')).toEqual(
      await list(send, '/v2/access-key-known-operations'),
    );
  });

  it('are nothing a role-based key has', async () => {
    expect(await clientOf(simulator)('GET', '/v2/access-key-operations')).toMatchObject({
      status: 403,
    });
  });
});
