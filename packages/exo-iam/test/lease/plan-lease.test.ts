import { describe, expect, it } from 'vitest';

import { planLease } from '../../src/lease/plan-lease.ts';
import { lessee } from '../support/lessee.ts';
import { createOrganization } from '../support/organization.ts';

const operations = ['list-zones'];

describe('planLease', () => {
  it('chooses a role of its own, unless an existing one is named', async () => {
    const { client, simulator } = createOrganization();
    const common = { ttlSeconds: 900, ...lessee };
    expect(await planLease(client, { ...common, scope: { operations } })).toMatchObject({
      method: 'scoped-role',
      enforcedBy: 'server',
      scope: { operations: { compute: operations } },
    });
    expect(await planLease(client, { ...common, scope: { role: 'Owner' } })).toMatchObject({
      method: 'role',
      enforcedBy: 'sweep',
      role: { name: 'Owner' },
    });
    expect(simulator.requests.map(({ method }) => method)).toEqual(['GET']);
  });

  it('takes the default of get-operation for every method', async () => {
    const { client } = createOrganization();
    const scope = { role: 'Owner', getOperation: 'auto' } as const;
    const prepared = await planLease(client, { scope, ttlSeconds: 900, ...lessee });
    expect(prepared.method).toBe('role');
  });

  it('hands out no way to make a key without a journal', async () => {
    const { client } = createOrganization();
    const request = { scope: { operations }, ttlSeconds: 900, ...lessee };
    expect(Object.values(await planLease(client, request))).not.toContainEqual(
      expect.any(Function),
    );
  });
});
