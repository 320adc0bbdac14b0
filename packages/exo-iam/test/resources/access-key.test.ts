import { describe, expect, it } from 'vitest';

import type { Client } from '../../src/client/create-client.ts';
import {
  createAccessKey,
  getAccessKey,
  listAccessKeyKnownOperations,
  listAccessKeyOperations,
  listAccessKeys,
  revokeAccessKey,
} from '../../src/resources/access-key.ts';
import { createOrganization, type Organization } from '../support/organization.ts';

interface LegacyOrganization extends Organization {
  /** A client for the legacy key to begin with. */
  readonly legacy: Client;
}

function createLegacyOrganization(
  ...options: Parameters<typeof createOrganization>
): LegacyOrganization {
  const organization = createOrganization(...options);
  const legacy = organization.clientOf(organization.simulator.parentAccessKey);
  return { ...organization, legacy };
}

describe('a legacy access key', () => {
  it('goes through its life', async () => {
    const organization = createLegacyOrganization({ pendingPolls: 1 });
    const { legacy, sleeps } = organization;
    const scope = {
      operations: ['list-zones', 'list-instances'],
      tags: ['dns'],
      resources: [{ domain: 'sos', 'resource-type': 'bucket', 'resource-name': 'b' }],
    } as const;
    const { secret, ...key } = await createAccessKey(legacy, { name: 'ci', ...scope });
    expect(key).toMatchObject({ name: 'ci', type: 'restricted', version: 'v2', ...scope });
    expect(await getAccessKey(legacy, key.key)).toEqual(key);
    expect(await listAccessKeys(legacy)).toContainEqual(key);

    const own = organization.clientOf({ apiKey: key.key, apiSecret: secret });
    await expect(own.request('list-instances')).resolves.toEqual({ instances: [] });
    await expect(own.request('list-ssh-keys')).rejects.toMatchObject({ code: 'ERR_FORBIDDEN' });

    await revokeAccessKey(legacy, key.key);
    expect(sleeps.length).toBeGreaterThan(0);
    expect(await listAccessKeys(legacy)).not.toContainEqual(key);
    await expect(revokeAccessKey(legacy, key.key)).rejects.toMatchObject({ code: 'ERR_NOT_FOUND' });
  });

  it('cannot be made by a key that has a role', async () => {
    const { client } = createLegacyOrganization();
    await expect(createAccessKey(client, { name: 'ci' })).rejects.toMatchObject({ status: 403 });
  });

  it('is not made twice when the answer is lost', async () => {
    const { legacy, simulator } = createLegacyOrganization();
    simulator.faults.add({ operation: 'create-access-key', dropConnection: 'after' });
    await expect(createAccessKey(legacy, { name: 'ci' })).rejects.toMatchObject({
      uncertain: true,
    });
    expect(
      [...simulator.state.accessKeys.values()].filter(({ name }) => name === 'ci'),
    ).toHaveLength(1);
  });
});

describe('the operations of legacy access keys', () => {
  it('are all known ones, and those of the key that signs', async () => {
    const organization = createLegacyOrganization();
    const { legacy } = organization;
    const known = await listAccessKeyKnownOperations(legacy);
    expect(known).toContainEqual({
      operation: 'list-zones',
      tags: expect.arrayContaining(['read']),
    });
    const { key, secret } = await createAccessKey(legacy, {
      name: 'ci',
      operations: ['list-zones', 'list-access-key-operations'],
    });
    const own = await listAccessKeyOperations(
      organization.clientOf({ apiKey: key, apiSecret: secret }),
    );
    expect(own.map(({ operation }) => operation).sort()).toEqual([
      'list-access-key-operations',
      'list-zones',
    ]);
  });
});
