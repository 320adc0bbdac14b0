import { describe, expect, it } from 'vitest';

import type { LeaseRecord, Revocable } from '../../src/lease/journal.ts';
import { mint } from '../../src/lease/mint.ts';
import { revoke } from '../../src/lease/revoke.ts';
import { createApiKey, deleteApiKey } from '../../src/resources/api-key.ts';
import { createIamRole } from '../../src/resources/iam-role.ts';
import { lessee } from '../support/lessee.ts';
import { createOrganization, operationsOf, type Organization } from '../support/organization.ts';
import { dnsOnly } from '../support/roles.ts';
import { settle } from '../support/settle.ts';

const requestOfRole = { scope: { role: 'deployer' }, ttlSeconds: 900, ...lessee };

describe('revoke', () => {
  it('deletes the key, then the role, in two requests', async () => {
    const { organization, record } = await minted();
    const before = organization.simulator.requests.length;
    expect(await revoke(organization.client, record)).toMatchObject({
      key: 'deleted',
      role: 'deleted',
    });
    expect(operationsOf(organization).slice(before)).toEqual(['delete-api-key', 'delete-iam-role']);
    expect(organization.simulator.state.apiKeys.has(record.apiKey ?? '')).toBe(false);
    expect(organization.simulator.state.roles.has(record.roleId ?? '')).toBe(false);
  });

  it('finds both by name when only the intention was written down', async () => {
    const { organization, record } = await minted();
    const { apiKey, roleId, ...intention } = record;
    expect(await revoke(organization.client, intention)).toMatchObject({
      key: 'deleted',
      role: 'deleted',
    });
    expect(organization.simulator.state.apiKeys.has(apiKey ?? '')).toBe(false);
    expect(organization.simulator.state.roles.has(roleId ?? '')).toBe(false);
  });

  it('takes what is gone for success, as often as it is called', async () => {
    const { organization, record } = await minted();
    await revoke(organization.client, record);
    expect(await revoke(organization.client, record)).toMatchObject({ key: 'gone', role: 'gone' });
    const { apiKey: _apiKey, roleId: _roleId, ...intention } = record;
    expect(await revoke(organization.client, intention)).toMatchObject({
      key: 'gone',
      role: 'gone',
    });
  });

  it('touches no other key and no other role', async () => {
    const { organization, record } = await minted();
    const { organization: _, ...other } = await minted(organization, () => 'ffffffff');
    const { apiKey: _apiKey, roleId: _roleId, ...intention } = record;
    await revoke(organization.client, intention);
    expect(organization.simulator.state.apiKeys.has(other.record.apiKey ?? '')).toBe(true);
    expect(organization.simulator.state.roles.has(other.record.roleId ?? '')).toBe(true);
  });

  it('waits while the role still counts as attached', async () => {
    const { organization, record } = await minted(createOrganization({ roleDetachedAfterMs: 600 }));
    expect(await revoke(organization.client, record)).toMatchObject({
      key: 'deleted',
      role: 'deleted',
    });
    expect(organization.sleeps).toEqual([250, 500]);
  });

  it('waits for it too when the API says so at the end of the operation alone', async () => {
    const { organization, record } = await minted();
    const body = { id: 'op', state: 'failure', reason: 'conflict', message: 'in use' };
    const respond = { status: 200, body };
    organization.simulator.faults.add({ operation: 'delete-iam-role', respond });
    expect(await revoke(organization.client, record)).toMatchObject({
      key: 'deleted',
      role: 'deleted',
    });
    expect(organization.sleeps).toEqual([250]);
  });

  it('deletes a key of its name that turned up late', async () => {
    const { organization, record } = await minted();
    const { client, simulator } = organization;
    await createApiKey(client, { name: record.name, 'role-id': record.roleId ?? '' });
    expect(await revoke(client, record)).toMatchObject({ key: 'deleted', role: 'deleted' });
    expect([...simulator.state.apiKeys.values()].map(({ name }) => name)).not.toContain(
      record.name,
    );
  });

  describe('a key of an existing role', () => {
    it('is deleted by its id, in one request', async () => {
      const { organization, record } = await mintedTwice();
      const before = operationsOf(organization).length;
      expect(await revoke(organization.client, record)).toMatchObject({ outcome: 'revoked' });
      expect(operationsOf(organization).slice(before)).toEqual(['delete-api-key']);
    });

    it('takes every other key of its name along once an answer was lost', async () => {
      const { organization, record, foreign } = await mintedTwice();
      const { client, simulator } = organization;
      const uncertain = { ...record, uncertain: true };
      expect(await revoke(client, uncertain)).toMatchObject({ key: 'deleted', role: 'kept' });
      const left = [...simulator.state.apiKeys.values()].filter(({ name }) => name !== 'parent');
      expect(left.map(({ key }) => key)).toEqual([foreign]);
      expect(await revoke(client, uncertain)).toMatchObject({ key: 'gone', role: 'kept' });
    });

    it('counts as revoked when only one of the two was left', async () => {
      const { organization, record } = await mintedTwice();
      const { client } = organization;
      await deleteApiKey(client, record.apiKey ?? '');
      const uncertain = { ...record, uncertain: true };
      expect(await revoke(client, uncertain)).toMatchObject({ key: 'deleted' });
      const alone = await mint(client, requestOfRole);
      expect(await revoke(client, { ...alone, uncertain: true })).toMatchObject({ key: 'deleted' });
    });

    it('is looked for once when only its name is known', async () => {
      const { organization, record } = await mintedTwice();
      const { apiKey: _, ...intention } = record;
      const before = operationsOf(organization).length;
      const revocation = await revoke(organization.client, { ...intention, uncertain: true });
      expect(revocation).toMatchObject({ key: 'deleted', role: 'kept' });
      const asked = ['list-api-keys', 'delete-api-key', 'delete-api-key'];
      expect(operationsOf(organization).slice(before)).toEqual(asked);
    });

    it('is revoked although the look for a second one is refused, and says so', async () => {
      const { organization, record } = await mintedTwice();
      const body = { message: 'Forbidden by role policy for iam' };
      organization.simulator.faults.add({
        operation: 'list-api-keys',
        respond: { status: 403, body },
      });
      const revocation = await revoke(organization.client, { ...record, uncertain: true });
      expect(revocation).toMatchObject({
        outcome: 'revoked',
        doubt: { code: 'ERR_POLICY_DENIED' },
      });
    });

    it('is not certainly gone when that look fails', async () => {
      const { organization, record } = await mintedTwice();
      organization.simulator.faults.add({
        operation: 'list-api-keys',
        respond: { status: 404, body: 'not the API' },
      });
      const revoking = revoke(organization.client, { ...record, uncertain: true });
      await expect(revoking).rejects.toMatchObject({ code: 'ERR_ANSWER_UNREADABLE' });
    });
  });

  it.each([
    ['a page of HTML', '<html>default backend - 404</html>'],
    ['plain text', 'default backend - 404'],
    ['an empty answer', ''],
  ])('believes no load balancer that a key is gone: %s', async (_, body) => {
    const { organization, record } = await minted();
    organization.simulator.faults.add({
      operation: 'delete-api-key',
      times: Infinity,
      respond: { status: 404, body },
    });
    await expect(revoke(organization.client, record)).rejects.toMatchObject({
      code: 'ERR_ANSWER_UNREADABLE',
    });
  });

  it('fails when a foreign key keeps the role', async () => {
    const { organization, record } = await minted();
    const { client, simulator } = organization;
    const foreign = { name: 'not-ours', 'role-id': record.roleId ?? '' };
    const { key } = await createApiKey(client, foreign);
    await expect(revoke(client, record)).rejects.toMatchObject({ operation: 'delete-iam-role' });
    expect(simulator.state.apiKeys.has(key)).toBe(true);
  });

  it('repeats what failed for a moment', async () => {
    const { organization, record } = await minted();
    organization.simulator.faults.add({ operation: 'delete-api-key', dropConnection: 'after' });
    organization.simulator.faults.add({ operation: 'delete-iam-role', respond: { status: 502 } });
    // The first deletion took effect, so the second finds nothing: that is success too.
    expect(await revoke(organization.client, record)).toMatchObject({
      key: 'gone',
      role: 'deleted',
    });
  });

  it.each([
    ['by id', { apiKey: 'EXO1', roleId: 'r' }],
    ['by name', {}],
  ])('asks for nothing once it is aborted, %s', async (_, ids) => {
    const reason = new Error('Cancelled');
    const signal = AbortSignal.abort(reason);
    for (const method of ['scoped-role', 'role', 'access-key'] as const) {
      const { client, simulator } = createOrganization();
      const record = { method, name: 'a', expiresAt: 1, uncertain: true, ...ids };
      await expect(revoke(client, record, { signal })).rejects.toBe(reason);
      await settle();
      expect(simulator.requests).toEqual([]);
    }
  });

  it('waits for a role that stays attached, four times and not forever', async () => {
    const { organization, record } = await minted();
    const respond = { status: 409 };
    organization.simulator.faults.add({ operation: 'delete-iam-role', times: Infinity, respond });
    await expect(revoke(organization.client, record)).rejects.toMatchObject({
      code: 'ERR_CONFLICT',
    });
    expect(organization.sleeps).toEqual([250, 500, 1000, 2000]);
  });

  it('says when it may not', async () => {
    const { organization, record } = await minted();
    organization.simulator.faults.add({
      operation: 'delete-api-key',
      respond: { status: 403, body: { message: 'Forbidden by role policy for iam' } },
    });
    await expect(revoke(organization.client, record)).rejects.toMatchObject({
      code: 'ERR_POLICY_DENIED',
      serviceClass: 'iam',
    });
  });
});

async function minted(
  organization: Organization = createOrganization(),
  randomPart?: () => string,
): Promise<{ organization: Organization; record: LeaseRecord }> {
  const request = {
    scope: { operations: ['list-instances'] },
    ttlSeconds: 900,
    ...lessee,
  };
  const lease = await mint(organization.client, request, { randomPart });
  const { method, name, expiresAt, role, apiKey } = lease;
  return {
    organization,
    record: { method, name, expiresAt, phase: 'made', roleId: role?.id, apiKey },
  };
}

/** A lease of method `role`, a second key of its name, and a key of another name. */
async function mintedTwice(): Promise<{
  organization: Organization;
  record: Revocable;
  foreign: string;
}> {
  const organization = createOrganization();
  const { client } = organization;
  const roleId = await createIamRole(client, { name: 'deployer', policy: dnsOnly });
  const { method, name, expiresAt, apiKey } = await mint(client, requestOfRole);
  await createApiKey(client, { name, 'role-id': roleId });
  const { key: foreign } = await createApiKey(client, { name: 'foreign', 'role-id': roleId });
  return { organization, record: { method, name, expiresAt, apiKey }, foreign };
}
