import { describe, expect, it } from 'vitest';

import type { LeaseRecord } from '../../src/lease/journal.ts';
import { mint } from '../../src/lease/mint.ts';
import { revoke } from '../../src/lease/revoke.ts';
import { createApiKey } from '../../src/resources/api-key.ts';
import { createIamRole } from '../../src/resources/iam-role.ts';
import { identity } from '../support/lease-identity.ts';
import { createOrganization, operationsOf, type Organization } from '../support/organization.ts';

describe('revoke', () => {
  it('deletes the key, then the role, in two requests', async () => {
    const { organization, record } = await minted();
    const before = organization.simulator.requests.length;
    expect(await revoke(organization.client, record)).toEqual({ key: 'deleted', role: 'deleted' });
    expect(operationsOf(organization).slice(before)).toEqual(['delete-api-key', 'delete-iam-role']);
    expect(organization.simulator.state.apiKeys.has(record.apiKey ?? '')).toBe(false);
    expect(organization.simulator.state.roles.has(record.roleId ?? '')).toBe(false);
  });

  it('finds both by name when only the intention was written down', async () => {
    const { organization, record } = await minted();
    const { apiKey, roleId, ...intention } = record;
    expect(await revoke(organization.client, intention)).toEqual({
      key: 'deleted',
      role: 'deleted',
    });
    expect(organization.simulator.state.apiKeys.has(apiKey ?? '')).toBe(false);
    expect(organization.simulator.state.roles.has(roleId ?? '')).toBe(false);
  });

  it('takes what is gone for success, as often as it is called', async () => {
    const { organization, record } = await minted();
    await revoke(organization.client, record);
    expect(await revoke(organization.client, record)).toEqual({ key: 'gone', role: 'gone' });
    const { apiKey: _apiKey, roleId: _roleId, ...intention } = record;
    expect(await revoke(organization.client, intention)).toEqual({ key: 'gone', role: 'gone' });
  });

  it('touches no other key and no other role', async () => {
    const { organization, record } = await minted();
    const { organization: _, ...other } = await minted(organization, 'ffffffff');
    const { apiKey: _apiKey, roleId: _roleId, ...intention } = record;
    await revoke(organization.client, intention);
    expect(organization.simulator.state.apiKeys.has(other.record.apiKey ?? '')).toBe(true);
    expect(organization.simulator.state.roles.has(other.record.roleId ?? '')).toBe(true);
  });

  it('waits while the role still counts as attached', async () => {
    const { organization, record } = await minted(createOrganization({ roleDetachedAfterMs: 600 }));
    expect(await revoke(organization.client, record)).toEqual({ key: 'deleted', role: 'deleted' });
    expect(organization.sleeps).toEqual([250, 500]);
  });

  it('waits for it too when the API says so at the end of the operation alone', async () => {
    const { organization, record } = await minted();
    const body = { id: 'op', state: 'failure', reason: 'conflict', message: 'in use' };
    const respond = { status: 200, body };
    organization.simulator.faults.add({ operation: 'delete-iam-role', respond });
    expect(await revoke(organization.client, record)).toEqual({ key: 'deleted', role: 'deleted' });
    expect(organization.sleeps).toEqual([250]);
  });

  it('deletes a key of its name that turned up late', async () => {
    const { organization, record } = await minted();
    const { client, simulator } = organization;
    await createApiKey(client, { name: record.name, 'role-id': record.roleId ?? '' });
    expect(await revoke(client, record)).toEqual({ key: 'deleted', role: 'deleted' });
    expect([...simulator.state.apiKeys.values()].map(({ name }) => name)).not.toContain(
      record.name,
    );
  });

  it('deletes every key of its name for an existing role, which gives none away', async () => {
    const organization = createOrganization();
    const { client, simulator } = organization;
    const policy = { 'default-service-strategy': 'deny', services: {} } as const;
    const roleId = await createIamRole(client, { name: 'deployer', policy });
    const request = { scope: { role: 'deployer' }, ttlSeconds: 900, identity };
    const { method, name, expiresAt, apiKey } = await mint(client, request);
    await createApiKey(client, { name, 'role-id': roleId });
    const foreign = await createApiKey(client, { name: 'not-ours', 'role-id': roleId });
    const record = { method, name, expiresAt, apiKey };
    expect(await revoke(client, record)).toEqual({ key: 'deleted', role: 'kept' });
    const left = [...simulator.state.apiKeys.values()].filter((key) => key.roleId === roleId);
    expect(left.map(({ key }) => key)).toEqual([foreign.key]);
    expect(await revoke(client, record)).toEqual({ key: 'gone', role: 'kept' });
  });

  it.each([
    ['a page of HTML', '<html>default backend - 404</html>'],
    ['plain text', 'default backend - 404'],
    ['an empty answer', ''],
  ])('believes no load balancer that a key is gone: %s', async (_, body) => {
    const { organization, record } = await minted();
    organization.simulator.faults.add({
      operation: 'delete-api-key',
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
    expect(await revoke(organization.client, record)).toEqual({ key: 'gone', role: 'deleted' });
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
  random: string = identity.random,
): Promise<{ organization: Organization; record: LeaseRecord }> {
  const request = {
    scope: { operations: ['list-instances'] },
    ttlSeconds: 900,
    identity: { ...identity, random },
  };
  const { method, name, expiresAt, role, apiKey } = await mint(organization.client, request);
  return { organization, record: { method, name, expiresAt, roleId: role?.id, apiKey } };
}
