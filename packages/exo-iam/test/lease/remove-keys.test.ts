import { describe, expect, it } from 'vitest';

import { ExoIamError } from '../../src/errors.ts';
import { accessKeys, apiKeys, removeKeys, unlessGone } from '../../src/lease/remove-keys.ts';
import { createAccessKey } from '../../src/resources/access-key.ts';
import { createApiKey } from '../../src/resources/api-key.ts';
import { listIamRoles } from '../../src/resources/iam-role.ts';
import { createOrganization, operationsOf } from '../support/organization.ts';
import { settle } from '../support/settle.ts';

describe('removeKeys', () => {
  it('removes the key of an id, without asking for others', async () => {
    const organization = createOrganization();
    const { client } = organization;
    const [role] = await listIamRoles(client);
    const { key } = await createApiKey(client, { name: 'a', 'role-id': role?.id ?? '' });
    const before = operationsOf(organization).length;
    expect(await removeKeys(client, apiKeys, { name: 'other', apiKey: key })).toBe('deleted');
    expect(await removeKeys(client, apiKeys, { name: 'other', apiKey: key })).toBe('gone');
    expect(operationsOf(organization).slice(before)).toEqual(['delete-api-key', 'delete-api-key']);
  });

  it('removes every key of exactly a name', async () => {
    const { client, simulator } = createOrganization();
    const [role] = await listIamRoles(client);
    for (const name of ['a', 'a', 'a.b', 'A', 'b']) {
      await createApiKey(client, { name, 'role-id': role?.id ?? '' });
    }
    expect(await removeKeys(client, apiKeys, { name: 'a' })).toBe('deleted');
    const left = [...simulator.state.apiKeys.values()].map(({ name }) => name);
    expect(left).toEqual(['parent', 'a.b', 'A', 'b']);
    expect(await removeKeys(client, apiKeys, { name: 'a' })).toBe('gone');
  });

  it.each([{ name: 'a' }, { name: 'a', apiKey: 'EXO1' }])(
    'asks for nothing once it is aborted: %j',
    async (selection) => {
      const { client, simulator } = createOrganization();
      const reason = new Error('Cancelled');
      const signal = AbortSignal.abort(reason);
      await expect(removeKeys(client, apiKeys, { ...selection, signal })).rejects.toBe(reason);
      await settle();
      expect(simulator.requests).toEqual([]);
    },
  );

  it('does the same with legacy keys', async () => {
    const organization = createOrganization();
    const { simulator } = organization;
    const client = organization.clientOf(simulator.parentAccessKey);
    const { key } = await createAccessKey(client, { name: 'a' });
    await createAccessKey(client, { name: 'b' });
    expect(await removeKeys(client, accessKeys, { name: 'a', apiKey: key })).toBe('deleted');
    expect(await removeKeys(client, accessKeys, { name: 'a', apiKey: key })).toBe('gone');
    expect(await removeKeys(client, accessKeys, { name: 'b' })).toBe('deleted');
    expect([...simulator.state.accessKeys.values()].map(({ name }) => name)).toEqual(['parent']);
  });
});

describe('unlessGone', () => {
  it.each(['ERR_NOT_FOUND', 'ERR_NOT_IN_ORGANIZATION'] as const)(
    'takes %s for gone',
    async (code) => {
      const removal = unlessGone(async () => {
        throw new ExoIamError(code, 'gone');
      });
      expect(await removal).toBe('gone');
    },
  );

  it.each([
    new ExoIamError('ERR_FORBIDDEN', 'no'),
    new Error('no'),
    Object.assign(new Error('of another program'), { operation: 'get-operation' }),
  ])('lets %s through at once', async (error) => {
    let calls = 0;
    const removal = unlessGone(async () => {
      calls += 1;
      throw error;
    });
    await expect(removal).rejects.toBe(error);
    expect(calls).toBe(1);
  });

  it.each([
    ['is gone by then', new ExoIamError('ERR_NOT_FOUND', 'gone'), 'deleted'],
    ['is accepted again', undefined, 'deleted'],
    ['fails', new ExoIamError('ERR_FORBIDDEN', 'no'), 'ERR_FORBIDDEN'],
  ])('deletes once more what was not confirmed, and it %s', async (_, second, expected) => {
    const refused = { operation: 'get-operation' };
    const answers = [new ExoIamError('ERR_POLICY_DENIED', 'refused', refused), second];
    const removal = unlessGone(async () => {
      const error = answers.shift();
      if (error) throw error;
    });
    const told = removal.catch((error: unknown) => (error as ExoIamError).code);
    expect(await told).toBe(expected);
    expect(answers).toEqual([]);
  });

  it('believes a pending deletion that may not be asked about, once the key is gone', async () => {
    const organization = createOrganization({ pendingPolls: 1 });
    const { simulator } = organization;
    const client = organization.clientOf(simulator.parentAccessKey);
    const { key } = await createAccessKey(client, { name: 'a' });
    const respond = { status: 403, body: { message: 'Forbidden by role policy for compute' } };
    simulator.faults.add({ operation: 'get-operation', times: Infinity, respond });
    expect(await removeKeys(client, accessKeys, { name: 'a', apiKey: key })).toBe('deleted');
  });

  it.each([
    ['carried it out', 'after' as const],
    ['did not', 'before' as const],
  ])('deletes once more when a page answers, whether the API %s', async (_, dropped) => {
    const organization = createOrganization();
    const { simulator } = organization;
    const client = organization.clientOf(simulator.parentAccessKey);
    const { key } = await createAccessKey(client, { name: 'a' });
    const operation = 'revoke-access-key';
    simulator.faults.add({ operation, times: 1, dropConnection: dropped });
    simulator.faults.add({ operation, times: 1, respond: { status: 200, body: '<html>' } });
    expect(await removeKeys(client, accessKeys, { name: 'a', apiKey: key })).toBe('deleted');
    expect(simulator.state.accessKeys.has(key)).toBe(false);
  });
});
