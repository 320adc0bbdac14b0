// Every resource function of our client, every way of minting, and the end of every lease.
import * as iam from '@x/exo-iam';
import type { Client, LeaseMethod } from '@x/exo-iam';
import { createSimulator } from '@x/exo-sim';
import type { Simulator, SimulatorOptions } from '@x/exo-sim';

import type { Check } from '../../src/part.ts';
import type { Judge } from './every-operation.ts';
import { withLegacyOperations } from './legacy-operations.ts';
import { watchExchanges } from './watch-exchanges.ts';
import type { Finding } from './watch-exchanges.ts';

interface Organization {
  readonly simulator: Simulator;
  readonly client: Client;
  /** For the operations that only a legacy key may use. */
  readonly legacy: Client;
}

const policy = { 'default-service-strategy': 'deny', services: {} } as const;
const assumable = { rules: [{ action: 'allow', expression: 'true', resources: [] }] } as const;

export async function checkClientCalls(judge: Judge): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const [name, play] of Object.entries(scenes)) {
    // Once with operations that are done at once, once with operations that have to be polled.
    for (const pendingPolls of [0, 2]) {
      const seen = await watch(judge, play, { pendingPolls });
      const title = `${name}, ${pendingPolls} polls`;
      seen.forEach(({ method, path, status, problems }, index) => {
        const passed = status === 200 && problems.length === 0;
        const detail = `${method} ${path} ${status}: ${problems.join('\n')}`;
        checks.push({ name: `${title}: request ${index + 1}`, passed, detail });
      });
      if (seen.length === 0) checks.push({ name: title, passed: false, detail: 'nothing sent' });
    }
  }
  return checks;
}

async function watch(
  { specification, validate }: Judge,
  play: (organization: Organization) => Promise<void>,
  options: SimulatorOptions,
): Promise<readonly Finding[]> {
  const simulator = createSimulator(options);
  const known = withLegacyOperations(specification);
  const { fetch, seen } = watchExchanges(simulator, known, validate);
  const clientOf = (credentials: Simulator['parentKey']): Client =>
    iam.createClient({ credentials, fetch, sleep: () => Promise.resolve() });
  await play({
    simulator,
    client: clientOf(simulator.parentKey),
    legacy: clientOf(simulator.parentAccessKey),
  });
  return seen;
}

const scenes: Readonly<Record<string, (organization: Organization) => Promise<void>>> = {
  'roles and keys': async ({ client }) => {
    const id = await iam.createIamRole(client, {
      name: 'role',
      description: 'made by the interoperability run',
      editable: true,
      labels: { purpose: 'interop' },
      permissions: ['bypass-governance-retention'],
      'max-session-ttl': 900,
      'assume-role-policy': assumable,
      policy,
    });
    await iam.listIamRoles(client);
    await iam.getIamRole(client, id);
    await iam.updateIamRole(client, id, { changes: { description: 'changed' } });
    await iam.updateIamRolePolicy(client, id, { policy });
    await iam.assumeIamRole(client, id, { ttlSeconds: 60 });
    const { key } = await iam.createApiKey(client, { name: 'key', 'role-id': id });
    await iam.listApiKeys(client);
    await iam.getApiKey(client, key);
    await iam.deleteApiKey(client, key);
    await iam.deleteIamRole(client, id);
    await iam.listEvents(client, { from: new Date(0), to: new Date() });
  },
  'the organization': async ({ client }) => {
    await iam.getOrganization(client);
    await iam.getIamOrganizationPolicy(client);
    await iam.listZones(client);
    await iam.listEvents(client);
    await iam.forEachZone(client, (zone) => iam.listEvents(zone));
  },
  'legacy access keys': async ({ legacy }) => {
    const { key } = await iam.createAccessKey(legacy, {
      name: 'key',
      operations: ['list-instances'],
      tags: ['sos'],
      resources: [{ domain: 'sos', 'resource-type': 'bucket', 'resource-name': 'reports' }],
    });
    await iam.listAccessKeys(legacy);
    await iam.getAccessKey(legacy, key);
    await iam.listAccessKeyKnownOperations(legacy);
    await iam.listAccessKeyOperations(legacy);
    await iam.revokeAccessKey(legacy, key);
  },
  'mint by scoped-role': async ({ client }) => {
    await mintAndRevoke(client, 'scoped-role', {
      operations: ['list-zones', 'create-instance', 'get-object'],
      resources: ['sos/bucket:reports'],
    });
  },
  'mint by role': async ({ client }) => {
    const id = await iam.createIamRole(client, { name: 'deployer', policy });
    await mintAndRevoke(client, 'role', { role: id });
  },
  'mint by assume-role': async ({ client }) => {
    await iam.createIamRole(client, { name: 'deployer', policy, 'assume-role-policy': assumable });
    await mintAndRevoke(client, 'assume-role', { role: 'deployer' });
  },
  'mint by access-key': async ({ legacy }) => {
    await mintAndRevoke(legacy, 'access-key', { operations: ['list-instances'] });
  },
  'a template, a usage report and a sweep': async ({ client }) => {
    const id = await iam.createIamRole(client, {
      name: 'deployer',
      policy: { ...policy, services: { compute: { type: 'allow' } } },
    });
    const lease = await iam.mint(client, {
      scope: { template: id, operations: ['list-instances'] },
      ttlSeconds: 60,
      prefix,
      holder,
    });
    const since = new Date(0);
    const operations = ['list-instances'];
    await iam.usageReport(client, { ...lease, operations, since, until: new Date() });
    await iam.findLease(client, { lease: lease.name });
    const isOver = (): Promise<{ over: true }> => Promise.resolve({ over: true });
    await iam.sweep(client, { prefix, graceSeconds: 0, isOver });
  },
};

const prefix = 'interop';
const holder = { kind: 'local', user: 'x', machine: 'interop' } as const;

async function mintAndRevoke(
  client: Client,
  method: LeaseMethod,
  scope: Parameters<typeof iam.mint>[1]['scope'],
): Promise<void> {
  const lease = await iam.mint(client, { method, scope, ttlSeconds: 900, prefix, holder });
  const { name, apiKey, expiresAt, role } = lease;
  const made = method === 'scoped-role' && role ? { roleId: role.id } : {};
  await iam.revoke(client, { method, name, expiresAt, apiKey, ...made });
}
