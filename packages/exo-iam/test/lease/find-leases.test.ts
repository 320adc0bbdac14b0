import { describe, expect, it } from 'vitest';

import type { Client } from '../../src/client/create-client.ts';
import { findLease, findLeases } from '../../src/lease/find-leases.ts';
import { mint } from '../../src/lease/mint.ts';
import { revoke } from '../../src/lease/revoke.ts';
import { sweep } from '../../src/lease/sweep.ts';
import { createAccessKey } from '../../src/resources/access-key.ts';
import { createApiKey } from '../../src/resources/api-key.ts';
import { createIamRole } from '../../src/resources/iam-role.ts';
import { leftoversOf, nothing } from '../support/leftovers.ts';
import { lessee, nameOf } from '../support/lessee.ts';
import { createOrganization, operationsOf } from '../support/organization.ts';
import { dnsOnly } from '../support/roles.ts';
import { settle } from '../support/settle.ts';

describe('findLeases', () => {
  it('puts the earliest deadline first, whatever the order of the API', async () => {
    const { client } = createOrganization();
    const deployer = await createIamRole(client, { name: 'deployer', policy: dnsOnly });
    for (const deadline of [30, 4, 200]) {
      await createApiKey(client, { name: await nameOf(deadline), 'role-id': deployer });
    }
    for (const deadline of [100, 1])
      await createIamRole(client, { name: await nameOf(deadline), policy: dnsOnly });
    const leases = await findLeases(client);
    expect(leases.map(({ leaseName: { deadline } }) => deadline)).toEqual([1, 4, 30, 100, 200]);
  });

  it('joins a key and a role of one name, and takes either alone', async () => {
    const { client } = createOrganization();
    const prefix = 'exo-lease';
    const deployer = await createIamRole(client, { name: 'deployer', policy: dnsOnly });
    const alone = await createIamRole(client, { name: await nameOf(3), policy: dnsOnly });
    const { key } = await createApiKey(client, { name: await nameOf(1), 'role-id': deployer });
    const roleId = await createIamRole(client, { name: await nameOf(2), policy: dnsOnly });
    const both = await createApiKey(client, { name: await nameOf(2), 'role-id': roleId });
    expect((await findLeases(client, { prefix })).map(({ record }) => record)).toEqual([
      { method: 'role', name: await nameOf(1), expiresAt: 1, phase: 'made', apiKey: key },
      {
        method: 'scoped-role',
        name: await nameOf(2),
        expiresAt: 2,
        phase: 'made',
        apiKey: both.key,
        roleId,
      },
      { method: 'scoped-role', name: await nameOf(3), expiresAt: 3, phase: 'made', roleId: alone },
    ]);
  });

  it('finds every key and every role of one name, so that none hides another', async () => {
    const organization = createOrganization();
    const { client } = organization;
    const name = await nameOf(1);
    const deployer = await createIamRole(client, { name: 'deployer', policy: dnsOnly });
    for (let count = 0; count < 3; count += 1) {
      await createApiKey(client, { name, 'role-id': deployer });
    }
    for (let count = 0; count < 2; count += 1)
      await createIamRole(client, { name, policy: dnsOnly });
    const leases = await findLeases(client);
    expect(leases).toHaveLength(3);
    for (const { record } of leases) await revoke(client, record);
    expect(leftoversOf(organization)).toEqual(nothing);
  });

  it('finds more roles than keys of one name', async () => {
    const organization = createOrganization();
    const { client } = organization;
    const policy = dnsOnly;
    const first = await createIamRole(client, { name: await nameOf(1), policy });
    await createIamRole(client, { name: await nameOf(1), policy });
    await createApiKey(client, { name: await nameOf(1), 'role-id': first });
    const leases = await findLeases(client);
    expect(leases).toHaveLength(2);
    for (const { record } of leases) await revoke(client, record);
    expect(leftoversOf(organization)).toEqual(nothing);
  });

  it('takes names of its prefix alone, and says which keys are others', async () => {
    const { client, simulator } = createOrganization();
    const names = [
      'sks-ccm-1234',
      'vault-ci-1795293806',
      'exo-lease',
      'exo-lease.1.2.3',
      `${await nameOf(1)}/x`,
      ` ${await nameOf(1)}`,
      await nameOf(1, { prefix: 'exo-lease2' }),
      await nameOf(1, { prefix: 'Exo-lease' }),
    ];
    const role = await createIamRole(client, { name: 'sks-ccm-1234', policy: dnsOnly });
    const foreign = [simulator.parentKey.apiKey];
    for (const name of names) {
      foreign.push((await createApiKey(client, { name, 'role-id': role })).key);
    }
    const told: string[] = [];
    const options = { prefix: 'exo-lease', onForeign: (key: string) => told.push(key) };
    expect(await findLeases(client, options)).toEqual([]);
    expect(told).toEqual(foreign);
    expect(await findLeases(client)).toHaveLength(2);
  });

  // The specification requires no member of what is listed.
  it.each([
    ['without a name', {}],
    ['with a name that is not a string', { name: 7 }],
    ['with no name', { name: null }],
  ])('takes a key and a role %s for foreign, and finds the others', async (_, name) => {
    const { client, simulator } = createOrganization();
    const roleId = await createIamRole(client, { name: await nameOf(1), policy: dnsOnly });
    const { key } = await createApiKey(client, { name: await nameOf(1), 'role-id': roleId });
    const own = { name: await nameOf(1), 'role-id': roleId };
    const keys = [
      { ...name, key: 'EXOother', 'role-id': roleId },
      { ...own, key },
    ];
    const roles = [
      { ...name, id: 'other' },
      { name: await nameOf(1), id: roleId },
    ];
    simulator.faults.add({
      operation: 'list-api-keys',
      respond: { status: 200, body: { 'api-keys': keys } },
    });
    simulator.faults.add({
      operation: 'list-iam-roles',
      respond: { status: 200, body: { 'iam-roles': roles } },
    });
    const foreign: string[] = [];
    const onForeign = (other: string): number => foreign.push(other);
    expect(await findLeases(client, { prefix: 'exo-lease', onForeign })).toMatchObject([
      { record: { apiKey: key, roleId } },
    ]);
    expect(foreign).toEqual(['EXOother']);
  });

  it('looks for legacy keys only when it is told to', async () => {
    const organization = createOrganization();
    const { client, clientOf, simulator } = organization;
    const legacy = clientOf(simulator.parentAccessKey);
    const { apiKey, name } = await mint(legacy, {
      method: 'access-key',
      scope: { tags: ['dns'] },
      ttlSeconds: 900,
      ...lessee,
    });
    await createAccessKey(legacy, { name: 'other' });
    expect(await findLeases(client)).toEqual([]);
    expect(operationsOf(organization)).not.toContain('list-access-keys');
    const found = await findLeases(client, { legacy: true });
    expect(found).toMatchObject([{ record: { method: 'access-key', name, apiKey } }]);
    const options = { prefix: 'other', legacy: true };
    expect(await findLeases(client, options)).toEqual([]);
  });

  it('takes a legacy key and a key of one name for two leases', async () => {
    const { client, clientOf, simulator } = createOrganization();
    const role = await createIamRole(client, { name: 'deployer', policy: dnsOnly });
    await createApiKey(client, { name: await nameOf(1), 'role-id': role });
    await createAccessKey(clientOf(simulator.parentAccessKey), { name: await nameOf(1) });
    const found = await findLeases(client, { legacy: true });
    expect(found.map(({ record }) => record.method)).toEqual(['access-key', 'role']);
  });
});

describe('an aborted signal', () => {
  const reason = new Error('Cancelled');
  const signal = AbortSignal.abort(reason);

  it.each([
    ['findLeases', (client: Client) => findLeases(client, { legacy: true, signal })],
    ['findLease', (client: Client) => findLease(client, { lease: 'EXO1', legacy: true, signal })],
    ['sweep', (client: Client) => sweep(client, { prefix: 'p', legacy: true, signal })],
  ] as const)('ends each list of %s before it is asked for', async (_, find) => {
    const { client, simulator } = createOrganization();
    await expect(find(client)).rejects.toBe(reason);
    await settle();
    expect(simulator.requests).toEqual([]);
  });
});

describe('findLease', () => {
  it('finds a lease by its key and by its name, with its role', async () => {
    const { client } = createOrganization();
    const request = { scope: { operations: ['list-zones'] }, ttlSeconds: 900, ...lessee };
    const { apiKey, name, role, expiresAt } = await mint(client, request);
    const record = {
      method: 'scoped-role',
      name,
      expiresAt,
      phase: 'made',
      roleId: role?.id,
      apiKey,
    };
    expect(await findLease(client, { lease: apiKey })).toMatchObject({ record });
    expect(await findLease(client, { lease: name })).toMatchObject({ record });
  });

  it('finds that one of several and no other', async () => {
    const { client } = createOrganization();
    const roleId = await createIamRole(client, { name: 'deployer', policy: dnsOnly });
    const keys: string[] = [];
    for (const deadline of [1, 2, 3]) {
      const key = { name: await nameOf(deadline), 'role-id': roleId };
      keys.push((await createApiKey(client, key)).key);
    }
    for (const [index, key] of keys.entries()) {
      const found = { record: { apiKey: key, expiresAt: index + 1 } };
      expect(await findLease(client, { lease: key })).toMatchObject(found);
      expect(await findLease(client, { lease: await nameOf(index + 1) })).toMatchObject(found);
    }
    expect(await findLease(client, { lease: await nameOf(4) })).toBeUndefined();
  });

  it.each(['EXO000000000000000000000000', 'exo-lease.1.0a.lo.me.laptop'])(
    'finds nothing for %s, which is gone',
    async (lease) => {
      const { client } = createOrganization();
      expect(await findLease(client, { lease })).toBeUndefined();
    },
  );

  it('finds a legacy lease only when it is told to', async () => {
    const { client, clientOf, simulator } = createOrganization();
    const lease = await nameOf(1);
    const legacy = clientOf(simulator.parentAccessKey);
    const { key } = await createAccessKey(legacy, { name: lease });
    expect(await findLease(client, { lease })).toBeUndefined();
    const found = await findLease(client, { lease, legacy: true });
    expect(found).toMatchObject({ record: { method: 'access-key', apiKey: key } });
  });

  it('refuses a key that was not minted', async () => {
    const { client, simulator } = createOrganization();
    const roleId = await createIamRole(client, { name: 'foreign', policy: dnsOnly });
    const { key } = await createApiKey(client, { name: 'foreign', 'role-id': roleId });
    for (const lease of [key, 'foreign', simulator.parentKey.apiKey]) {
      await expect(findLease(client, { lease })).rejects.toMatchObject({
        code: 'ERR_NOT_A_LEASE',
        field: 'key',
      });
    }
  });
});
