// Through the simulator: a role and a key as a lease has them, used in two zones.
import { describe, expect, it } from 'vitest';

import type { Client } from '../../src/client/create-client.ts';
import { createApiKey } from '../../src/resources/api-key.ts';
import { createIamRole } from '../../src/resources/iam-role.ts';
import { compileScope } from '../../src/scope/compile-scope.ts';
import { readsAreNotRecorded, type UsedLease } from '../../src/usage/summarize-usage.ts';
import { usageReport } from '../../src/usage/usage-report.ts';
import { createOrganization, type Organization } from '../support/organization.ts';

const operations = [
  'create-instance',
  'delete-instance',
  'create-api-key',
  'list-instances',
  'get-operation',
];
const zones = ['ch-gva-2', 'at-vie-1', 'de-fra-1'];
const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

interface LeasedOrganization extends Organization {
  readonly lease: UsedLease;
  /** Clients for the leased key. */
  readonly geneva: Client;
  readonly vienna: Client;
}

async function createLeasedOrganization(): Promise<LeasedOrganization> {
  const organization = createOrganization({ zones });
  const { client } = organization;
  const { policy } = compileScope({ operations });
  const name = 'exo-lease-test';
  const roleId = await createIamRole(client, { name, policy });
  const { key: apiKey, secret } = await createApiKey(client, { name, 'role-id': roleId });
  const geneva = organization.clientOf({ apiKey, apiSecret: secret });
  const vienna = geneva.at('https://api-at-vie-1.exoscale.com/v2');
  const since = new Date(client.now());
  const until = new Date(client.now() + hourMs);
  return { ...organization, geneva, vienna, lease: { apiKey, name, operations, since, until } };
}

describe('usageReport', () => {
  it('tells what a key did, in which zones, and what would have been enough', async () => {
    const organization = await createLeasedOrganization();
    const { client, lease, geneva, vienna } = organization;
    await geneva.request('list-instances');
    await geneva.request('create-instance', { body: {} });
    organization.advance(1000);
    await vienna.request('create-instance', { body: {} });
    await vienna.request('create-instance', { body: {} });
    await expect(vienna.request('create-private-network', { body: {} })).rejects.toMatchObject({
      code: 'ERR_POLICY_DENIED',
    });
    const [instance = ''] = organization.simulator.state.resources.keys();
    const id = instance.replace('/instance/', '');
    // By another key.
    await client.request('delete-instance', { path: { id } });
    expect(await usageReport(client, lease)).toEqual({
      name: lease.name,
      granted: operations,
      used: [
        {
          operation: 'create-instance',
          count: 3,
          zones: ['at-vie-1', 'ch-gva-2'],
          lastStatus: 200,
        },
      ],
      denied: [
        { operation: 'create-private-network', count: 1, zones: ['at-vie-1'], lastStatus: 403 },
      ],
      unused: ['delete-instance', 'create-api-key'],
      reads: ['list-instances', 'get-operation'],
      uncatalogued: [],
      suggestion: ['create-instance', 'list-instances', 'get-operation'],
      complete: true,
      failures: [],
      note: readsAreNotRecorded,
    });
  });

  it('suggests nothing narrower while a zone could not be read', async () => {
    const { client, lease, simulator } = await createLeasedOrganization();
    simulator.faults.add({
      operation: 'list-events',
      respond: { status: 404, body: { message: 'Not found' } },
      after: 1,
    });
    const report = await usageReport(client, lease, { concurrency: 1 });
    expect(report).toMatchObject({
      unused: ['create-instance', 'delete-instance', 'create-api-key'],
      suggestion: operations,
      complete: false,
      failures: [{ zone: 'at-vie-1', error: { code: 'ERR_NOT_FOUND' } }],
    });
  });

  it('looks at the time of the lease, clocks that differ included', async () => {
    const organization = await createLeasedOrganization();
    const { client, lease, geneva, simulator } = organization;
    await geneva.request('create-instance', { body: {} });
    organization.advance(hourMs + 10 * 60 * 1000);
    await usageReport(client, lease, { zones: ['ch-gva-2'] });
    expect(queryOf(simulator)).toEqual({ from: '2026-11-20T23:50:00.000Z' });
    organization.advance(2 * dayMs);
    const report = await usageReport(client, lease, { zones: ['ch-gva-2'] });
    expect(queryOf(simulator)).toEqual({
      from: '2026-11-20T23:50:00.000Z',
      to: '2026-11-21T01:10:00.000Z',
    });
    expect(report.used).toMatchObject([{ operation: 'create-instance' }]);
  });

  it('says that the trail does not reach back to the lease', async () => {
    const organization = await createLeasedOrganization();
    const { client, lease } = organization;
    organization.advance(30 * dayMs);
    expect(await usageReport(client, lease)).toMatchObject({ complete: true });
    organization.advance(1);
    expect(await usageReport(client, lease)).toMatchObject({
      complete: false,
      suggestion: operations,
    });
  });

  it('stops when it is told to', async () => {
    const { client, lease } = await createLeasedOrganization();
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(usageReport(client, lease, { signal })).rejects.toThrow('enough');
  });
});

function queryOf({ requests }: Organization['simulator']): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(requests.at(-1)?.query));
}
