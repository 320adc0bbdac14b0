import { describe, expect, it } from 'vitest';

import type { LeaseRecord } from '../../../src/lease/journal.ts';
import { role as roleMethod } from '../../../src/lease/methods/role.ts';
import { mint } from '../../../src/lease/mint.ts';
import { revoke } from '../../../src/lease/revoke.ts';
import { sweep } from '../../../src/lease/sweep.ts';
import { createIamRole } from '../../../src/resources/iam-role.ts';
import { leftoversOf, nothing } from '../../support/leftovers.ts';
import { lessee } from '../../support/lessee.ts';
import { createOrganization, operationsOf } from '../../support/organization.ts';
import { dnsOnly } from '../../support/roles.ts';

const request = { scope: { role: 'deployer' }, ttlSeconds: 900, ...lessee };

describe('method role', () => {
  it('makes a key for the role and nothing else', async () => {
    const organization = createOrganization();
    const { client } = organization;
    const id = await createIamRole(client, { name: 'deployer', policy: dnsOnly });
    const lease = await mint(client, request);
    expect(lease).toMatchObject({
      method: 'role',
      enforcedBy: 'sweep',
      role: { id, name: 'deployer' },
      scope: undefined,
      policy: undefined,
    });
    expect(operationsOf(organization).slice(1)).toEqual(['list-iam-roles', 'create-api-key']);
    const key = organization.clientOf(lease);
    await expect(key.request('list-dns-domains')).resolves.toBeDefined();
    await expect(key.request('list-instances')).rejects.toMatchObject({
      code: 'ERR_POLICY_DENIED',
    });
  });

  it('gives a key that outlives its deadline until somebody sweeps', async () => {
    const organization = createOrganization();
    const { client } = organization;
    await createIamRole(client, { name: 'deployer', policy: dnsOnly });
    const key = organization.clientOf(await mint(client, request));
    organization.advance(1_200_000);
    await expect(key.request('list-dns-domains')).resolves.toBeDefined();
    expect(await sweep(client, { prefix: 'exo-lease' })).toMatchObject([{ outcome: 'kept' }]);
    organization.advance(1);
    expect(await sweep(client, { prefix: 'exo-lease' })).toMatchObject([{ outcome: 'revoked' }]);
    await expect(key.request('list-dns-domains')).rejects.toMatchObject({
      code: 'ERR_SIGNATURE_REFUSED',
    });
  });

  it('takes the key back and keeps the role', async () => {
    const organization = createOrganization();
    const { client, simulator } = organization;
    const id = await createIamRole(client, { name: 'deployer', policy: dnsOnly });
    const lease = await mint(client, request);
    expect(await revoke(client, lease)).toMatchObject({ key: 'deleted', role: 'kept' });
    expect(leftoversOf(organization)).toEqual(nothing);
    expect(simulator.state.roles.has(id)).toBe(true);
  });

  it.each([
    ['no such role', 'nobody', 'ERR_ROLE_NOT_FOUND'],
    ['two of one name', 'twin', 'ERR_ROLE_AMBIGUOUS'],
  ])('makes nothing for %s', async (_, role, code) => {
    const organization = createOrganization();
    const { client } = organization;
    for (const name of ['twin', 'twin']) await createIamRole(client, { name, policy: dnsOnly });
    const minting = mint(client, { ...request, scope: { role } });
    await expect(minting).rejects.toMatchObject({ code, field: 'role' });
    expect(operationsOf(organization)).not.toContain('create-api-key');
  });

  it('is prepared for no role when none is named', async () => {
    const { client } = createOrganization();
    const preparing = roleMethod.prepare(client, { ...request, scope: {} }, {});
    await expect(preparing).rejects.toMatchObject({ code: 'ERR_ROLE_NOT_FOUND', field: 'role' });
  });

  it('removes the key whose secret was lost, and makes one more', async () => {
    const organization = createOrganization();
    const { client, simulator } = organization;
    await createIamRole(client, { name: 'deployer', policy: dnsOnly });
    simulator.faults.add({ operation: 'create-api-key', dropConnection: 'after' });
    const phases: unknown[] = [];
    const journal = (record?: LeaseRecord): void => {
      phases.push([record?.phase, record?.uncertain]);
    };
    await mint(client, request, { journal });
    expect(leftoversOf(organization)).toEqual({ ...nothing, keys: 1 });
    expect(phases).toEqual([
      ['intended', undefined],
      ['intended', true],
      ['made', true],
    ]);
  });

  it('says that a key may be left when it may not look for it', async () => {
    const organization = createOrganization();
    const { client, simulator } = organization;
    await createIamRole(client, { name: 'deployer', policy: dnsOnly });
    simulator.faults.add({ operation: 'create-api-key', dropConnection: 'after' });
    const body = { message: 'Forbidden by role policy for iam' };
    const respond = { status: 403, body };
    simulator.faults.add({ operation: 'list-api-keys', times: Infinity, respond });
    await expect(mint(client, request)).rejects.toMatchObject({
      operation: 'create-api-key',
      uncertain: true,
    });
    simulator.faults.clear();
    expect(leftoversOf(organization)).toMatchObject({ keys: 1 });
  });
});
