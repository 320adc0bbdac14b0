import { describe, expect, it } from 'vitest';

import { assumeRole } from '../../../src/lease/methods/assume-role.ts';
import { mint } from '../../../src/lease/mint.ts';
import { revoke } from '../../../src/lease/revoke.ts';
import { createIamRole } from '../../../src/resources/iam-role.ts';
import { lessee } from '../../support/lessee.ts';
import { createOrganization, operationsOf } from '../../support/organization.ts';
import { assumableByAll, dnsOnly } from '../../support/roles.ts';

const scope = { role: 'deployer' };
const request = { method: 'assume-role', scope, ttlSeconds: 900, ...lessee } as const;
const role = { name: 'deployer', policy: dnsOnly, ...assumableByAll };

describe('method assume-role', () => {
  it('gives a session that the server ends', async () => {
    const organization = createOrganization();
    const { client } = organization;
    const id = await createIamRole(client, role);
    const lease = await mint(client, request);
    expect(lease).toMatchObject({
      method: 'assume-role',
      enforcedBy: 'server',
      role: { id, name: 'deployer' },
      expiresAt: client.now() / 1000 + 900,
    });
    expect(operationsOf(organization).slice(1)).toEqual(['list-iam-roles', 'assume-iam-role']);
    const key = organization.clientOf(lease);
    await expect(key.request('list-dns-domains')).resolves.toBeDefined();
    await expect(key.request('list-instances')).rejects.toMatchObject({
      code: 'ERR_POLICY_DENIED',
    });
    organization.advance(900_000);
    await expect(key.request('list-dns-domains')).rejects.toMatchObject({ code: 'ERR_FORBIDDEN' });
  });

  it('cannot be taken back sooner, which is said, and nothing is asked', async () => {
    const organization = createOrganization();
    await createIamRole(organization.client, role);
    const lease = await mint(organization.client, request);
    const before = operationsOf(organization).length;
    expect(await revoke(organization.client, lease)).toMatchObject({
      key: 'expires',
      role: 'kept',
    });
    expect(operationsOf(organization)).toHaveLength(before);
  });

  it('ends when the answer says, not when it was asked to', async () => {
    const { client, simulator } = createOrganization();
    await createIamRole(client, role);
    const session = { key: 'EXO1', secret: 's', name: 'x', 'role-id': 'y', 'org-id': 'z' };
    const body = { ...session, 'expires-at': '2026-11-21T00:05:00.900Z' };
    simulator.faults.add({ operation: 'assume-iam-role', respond: { status: 200, body } });
    expect(await mint(client, request)).toMatchObject({
      expiresAt: Date.UTC(2026, 10, 21) / 1000 + 300,
    });
    simulator.faults.add({ operation: 'assume-iam-role', respond: { status: 200, body: session } });
    expect(await mint(client, request)).toMatchObject({ expiresAt: client.now() / 1000 + 900 });
  });

  it('refuses more time than the role allows before anything is made', async () => {
    const organization = createOrganization();
    await createIamRole(organization.client, { ...role, 'max-session-ttl': 899 });
    await expect(mint(organization.client, request)).rejects.toMatchObject({
      code: 'ERR_DURATION_INVALID',
      field: 'ttl',
    });
    expect(operationsOf(organization)).not.toContain('assume-iam-role');
    const shorter = { ...request, ttlSeconds: 899 };
    await expect(mint(organization.client, shorter)).resolves.toMatchObject({
      method: 'assume-role',
    });
  });

  it('leaves it to the API where the role does not say', async () => {
    const { client } = createOrganization();
    await createIamRole(client, role);
    const minting = mint(client, { ...request, ttlSeconds: 86_400 });
    await expect(minting).rejects.toMatchObject({ code: 'ERR_REQUEST_REFUSED' });
  });

  it('refuses an answer without a secret, and asks no second time', async () => {
    const organization = createOrganization();
    await createIamRole(organization.client, role);
    const respond = { status: 200, body: { key: 'EXO1' } };
    organization.simulator.faults.add({ operation: 'assume-iam-role', respond });
    await expect(mint(organization.client, request)).rejects.toMatchObject({
      code: 'ERR_ANSWER_UNREADABLE',
    });
    expect(operationsOf(organization).filter((name) => name === 'assume-iam-role')).toHaveLength(1);
  });

  it('is prepared for no role when none is named', async () => {
    const { client } = createOrganization();
    const preparing = assumeRole.prepare(client, { ...request, scope: {} }, {});
    await expect(preparing).rejects.toMatchObject({ code: 'ERR_ROLE_NOT_FOUND', field: 'role' });
  });

  it('makes nothing for a role that nobody may assume', async () => {
    const { client, simulator } = createOrganization();
    await createIamRole(client, { name: 'deployer', policy: dnsOnly });
    await expect(mint(client, request)).rejects.toMatchObject({ code: 'ERR_FORBIDDEN' });
    expect(simulator.state.sessions.size).toBe(0);
  });

  it('may last ten minutes longer than asked, by clocks that differ', async () => {
    const { client, simulator } = createOrganization();
    await createIamRole(client, role);
    const expiresAt = client.now() / 1000 + 1500;
    const sessionUntil = (seconds: number): object => ({
      key: 'EXO1',
      secret: 's',
      'expires-at': new Date(seconds * 1000).toISOString(),
    });
    const operation = 'assume-iam-role';
    simulator.faults.add({ operation, respond: { status: 200, body: sessionUntil(expiresAt) } });
    expect(await mint(client, request)).toMatchObject({ expiresAt });
    const late = sessionUntil(expiresAt + 1);
    simulator.faults.add({ operation, respond: { status: 200, body: late } });
    await expect(mint(client, request)).rejects.toMatchObject({ code: 'ERR_LEFT_BEHIND' });
  });

  it('is not handed out when it lasts longer than asked', async () => {
    const organization = createOrganization();
    const { client, simulator } = organization;
    await createIamRole(client, role);
    const session = {
      key: 'EXOlong',
      secret: 'of-the-session',
      'expires-at': new Date(client.now() + 7_200_000).toISOString(),
    };
    simulator.faults.add({ operation: 'assume-iam-role', respond: { status: 200, body: session } });
    const minting = mint(client, request);
    await expect(minting).rejects.toMatchObject({
      code: 'ERR_LEFT_BEHIND',
      operation: 'assume-iam-role',
      message: expect.stringMatching(/^(?!.*of-the-session).*EXOlong.*2026-11-21T02:00:00.000Z/),
    });
  });
});
