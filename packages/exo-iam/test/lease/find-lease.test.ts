import { describe, expect, it } from 'vitest';

import { findLease } from '../../src/lease/find-lease.ts';
import { mint } from '../../src/lease/mint.ts';
import { createApiKey } from '../../src/resources/api-key.ts';
import { createIamRole } from '../../src/resources/iam-role.ts';
import { identity } from '../support/lease-identity.ts';
import { createOrganization } from '../support/organization.ts';

const policy = { 'default-service-strategy': 'deny', services: {} } as const;

describe('findLease', () => {
  it('finds a lease by its key and by its name, with its role', async () => {
    const { client } = createOrganization();
    const request = { scope: { operations: ['list-zones'] }, ttlSeconds: 900, identity };
    const { apiKey, name, role, expiresAt } = await mint(client, request);
    const record = { method: 'scoped-role', name, expiresAt, roleId: role?.id, apiKey };
    expect(await findLease(client, { lease: apiKey })).toMatchObject({ record });
    expect(await findLease(client, { lease: name })).toMatchObject({ record });
  });

  it.each(['EXO000000000000000000000000', 'exo-lease.1.1.1.1.1.x.y'])(
    'finds nothing for %s, which is gone',
    async (lease) => {
      const { client } = createOrganization();
      expect(await findLease(client, { lease })).toBeUndefined();
    },
  );

  it('refuses a key that was not minted', async () => {
    const { client, simulator } = createOrganization();
    const roleId = await createIamRole(client, { name: 'foreign', policy });
    const { key } = await createApiKey(client, { name: 'foreign', 'role-id': roleId });
    for (const lease of [key, 'foreign', simulator.parentKey.apiKey]) {
      await expect(findLease(client, { lease })).rejects.toMatchObject({
        code: 'ERR_NOT_A_LEASE',
        field: 'key',
      });
    }
  });
});
