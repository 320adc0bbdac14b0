// The policies of docs/parent-key.md, read out of it: each is enough, and allows nothing more.
import { readFileSync } from 'node:fs';

import { operations, s3Operations, serviceClasses } from '@x/exo-operations';
import { describe, expect, it } from 'vitest';

import type { Client } from '../src/client/create-client.ts';
import type { LeaseMethod } from '../src/lease/journal.ts';
import type { LeaseScope } from '../src/lease/mint-request.ts';
import { mint } from '../src/lease/mint.ts';
import { revoke } from '../src/lease/revoke.ts';
import { sweep } from '../src/lease/sweep.ts';
import { createApiKey } from '../src/resources/api-key.ts';
import type { IamPolicy } from '../src/resources/iam-policy.ts';
import { createIamRole } from '../src/resources/iam-role.ts';
import { leftoversOf, nothing } from './support/leftovers.ts';
import { lessee } from './support/lessee.ts';
import { createOrganization, type Organization } from './support/organization.ts';
import { assumableByAll, dnsOnly } from './support/roles.ts';

const page = readFileSync(new URL('../../../docs/parent-key.md', import.meta.url), 'utf8');

/** The first block of JSON below a heading. */
function blockBelow(heading: string, roleId = 'ROLE_ID'): unknown {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const [, json = ''] = /^```json\n([^`]*)```$/m.exec(section) ?? [];
  return JSON.parse(json.replaceAll('ROLE_ID', roleId));
}

interface ParentOrganization extends Organization {
  /** A client for a key with the policy below the heading. */
  readonly parent: Client;
  readonly apiKey: string;
  /** The roles that the policy is pinned to, and another one. */
  readonly pinned: string;
  readonly other: string;
}

async function createParent(
  heading: string,
  {
    additions = {},
    ...options
  }: Parameters<typeof createOrganization>[0] & {
    readonly additions?: IamPolicy['services'];
  } = {},
): Promise<ParentOrganization> {
  const organization = createOrganization(options);
  const { client } = organization;
  const role = { policy: dnsOnly, ...assumableByAll };
  const pinned = await createIamRole(client, { ...role, name: 'deployer' });
  const other = await createIamRole(client, { ...role, name: 'other' });
  const policy = blockBelow(heading, pinned) as IamPolicy;
  const services = { ...policy.services, ...additions };
  const roleId = await createIamRole(client, { name: 'parent', policy: { ...policy, services } });
  const { key, secret } = await createApiKey(client, { name: 'parent', 'role-id': roleId });
  organization.advance(1000);
  const parent = organization.clientOf({ apiKey: key, apiSecret: secret });
  return { ...organization, parent, apiKey: key, pinned, other };
}

/** Everything of the catalogue that the parent may do with these parameters. */
function allowedTo({ simulator, apiKey }: ParentOrganization, parameters: object): string[] {
  const named = [
    ...operations.map(({ name, serviceClass }) => ({ name, serviceClass })),
    ...s3Operations.map(({ name }) => ({ name, serviceClass: 'sos' })),
    ...serviceClasses.map(({ name }) => ({ name: 'frobnicate', serviceClass: name })),
  ];
  return named
    .filter(
      ({ name, serviceClass }) =>
        simulator.decide({ apiKey, operation: name, serviceClass, parameters }).allowed,
    )
    .map(({ name }) => name);
}

const requestFor = (method: LeaseMethod, scope: LeaseScope): Parameters<typeof mint>[1] => ({
  method,
  scope,
  ttlSeconds: 900,
  ...lessee,
});

const lists = ['list-api-keys', 'list-iam-roles'];
const deletions = ['delete-api-key', 'delete-iam-role'];
const pending = 'get-operation';

interface Row {
  readonly heading: LeaseMethod;
  readonly scope: LeaseScope;
  /** What the pinned parameters allow, and what others do. */
  readonly pinned: readonly string[];
  readonly otherwise: readonly string[];
}

const rows: readonly Row[] = [
  {
    heading: 'scoped-role',
    scope: { operations: ['list-dns-domains'] },
    pinned: ['create-api-key', 'create-iam-role', pending, ...deletions, ...lists],
    otherwise: ['create-api-key', 'create-iam-role', pending, ...deletions, ...lists],
  },
  {
    heading: 'role',
    scope: { role: 'deployer' },
    pinned: ['create-api-key', 'delete-api-key', pending, ...lists],
    otherwise: ['delete-api-key', pending, ...lists],
  },
  {
    heading: 'assume-role',
    scope: { role: 'deployer' },
    pinned: ['assume-iam-role', ...lists],
    otherwise: lists,
  },
];

describe.each(rows)('the parent key of $heading', ({ heading, scope, pinned, otherwise }) => {
  it('mints and revokes', async () => {
    const organization = await createParent(heading);
    const lease = await mint(organization.parent, requestFor(heading, scope));
    const key = organization.clientOf(lease);
    await expect(key.request('list-dns-domains')).resolves.toBeDefined();
    await revoke(organization.parent, lease);
    expect(leftoversOf(organization)).toEqual(nothing);
  });

  it('sweeps', async () => {
    const organization = await createParent(heading);
    await mint(organization.parent, requestFor(heading, scope));
    organization.advance(1_201_000);
    const swept = await sweep(organization.parent, { prefix: 'exo-lease' });
    expect(swept.filter(({ outcome }) => outcome !== 'revoked')).toEqual([]);
    expect(leftoversOf(organization)).toEqual(nothing);
  });

  it('finds a key whose answer was lost', async () => {
    const organization = await createParent(heading);
    organization.simulator.faults.add({ operation: 'create-api-key', dropConnection: 'after' });
    const lease = await mint(organization.parent, requestFor(heading, scope));
    await revoke(organization.parent, lease);
    expect(leftoversOf(organization)).toEqual(nothing);
  });

  it('may do nothing else of the whole catalogue', async () => {
    const organization = await createParent(heading);
    const { pinned: role, other } = organization;
    expect(allowedTo(organization, { 'role-id': role, id: role }).sort()).toEqual(
      [...pinned].sort(),
    );
    for (const parameters of [{ 'role-id': other, id: other }, { 'role-id': [role] }, {}]) {
      expect(allowedTo(organization, parameters).sort()).toEqual([...otherwise].sort());
    }
  });
});

describe('the parent key of scoped-role', () => {
  it('mints and revokes when the API answers `pending`, which needs get-operation', async () => {
    const organization = await createParent('scoped-role', { pendingPolls: 2 });
    const request = requestFor('scoped-role', { operations: ['list-dns-domains'] });
    const lease = await mint(organization.parent, request);
    await revoke(organization.parent, lease);
    expect(leftoversOf(organization)).toEqual(nothing);
    const without = await createParent('scoped-role', {
      pendingPolls: 2,
      additions: { compute: { type: 'deny' } },
    });
    await expect(mint(without.parent, request)).rejects.toMatchObject({
      code: 'ERR_POLICY_DENIED',
      operation: pending,
    });
    expect(leftoversOf(without)).toEqual(nothing);
  });

  it('is an administrator, as the page says', async () => {
    const organization = await createParent('scoped-role');
    const scope = { operations: ['unrestricted'] };
    const lease = await mint(organization.parent, requestFor('scoped-role', scope));
    const all = serviceClasses.map(({ name }) => name);
    const may = (serviceClass: string): boolean =>
      organization.simulator.decide({ apiKey: lease.apiKey, operation: 'x', serviceClass }).allowed;
    expect(all.filter((name) => !may(name))).toEqual([]);
    const owner = requestFor('role', { role: 'Owner' });
    await expect(mint(organization.parent, owner)).resolves.toMatchObject({ method: 'role' });
  });

  it('can make no key that the organization policy does not bind', async () => {
    const rules = [
      { action: 'deny', expression: "operation == 'update-iam-organization-policy'" },
      { action: 'allow', expression: 'true' },
    ] as const;
    const organizationPolicy = {
      'default-service-strategy': 'allow',
      services: { iam: { type: 'rules', rules } },
    } as const;
    const organization = await createParent('scoped-role', { organizationPolicy });
    const scope = { operations: ['unrestricted'] };
    const lease = await mint(organization.parent, requestFor('scoped-role', scope));
    const changing = organization.clientOf(lease).request('update-iam-organization-policy', {
      body: { 'default-service-strategy': 'allow', services: {} },
    });
    await expect(changing).rejects.toMatchObject({ code: 'ERR_POLICY_DENIED' });
  });
});

describe.each(['role', 'assume-role'] as const)('the parent key of %s', (method) => {
  it('mints for no other role, and makes none', async () => {
    const { parent } = await createParent(method);
    for (const role of ['other', 'Owner']) {
      await expect(mint(parent, requestFor(method, { role }))).rejects.toMatchObject({
        code: 'ERR_POLICY_DENIED',
        serviceClass: 'iam',
      });
    }
    const scope = { operations: ['list-zones'] };
    await expect(mint(parent, requestFor('scoped-role', scope))).rejects.toMatchObject({
      code: 'ERR_POLICY_DENIED',
      operation: 'create-iam-role',
    });
  });
});

describe('the parent key of access-key', () => {
  const held = blockBelow('access-key') as { readonly operations: readonly string[] };
  const credentials = { apiKey: 'EXOlegacy', apiSecret: 'secret' };
  const request = requestFor('access-key', { operations: ['list-zones', 'list-instances'] });

  it('mints, revokes and sweeps', async () => {
    const organization = createOrganization({ parentAccessKey: { ...credentials, ...held } });
    const parent = organization.clientOf(credentials);
    const lease = await mint(parent, request);
    await expect(organization.clientOf(lease).request('list-instances')).resolves.toBeDefined();
    const copy = await mint(parent, requestFor('access-key', { template: lease.apiKey }));
    await expect(organization.clientOf(copy).request('list-instances')).resolves.toBeDefined();
    await revoke(parent, copy);
    await revoke(parent, lease);
    expect(leftoversOf(organization)).toEqual(nothing);
    await mint(parent, request);
    organization.advance(1_201_000);
    const swept = await sweep(parent, { prefix: 'exo-lease', legacy: true });
    expect(swept).toMatchObject([{ outcome: 'revoked' }]);
    expect(leftoversOf(organization)).toEqual(nothing);
  });

  it('hands out nothing that it does not hold', async () => {
    const organization = createOrganization({ parentAccessKey: { ...credentials, ...held } });
    const parent = organization.clientOf(credentials);
    for (const scope of [{ operations: ['delete-instance'] }, { tags: ['compute'] }]) {
      const minting = mint(parent, requestFor('access-key', scope));
      await expect(minting).rejects.toMatchObject({ code: 'ERR_FORBIDDEN' });
    }
    const may = (name: string, serviceClass: string): boolean =>
      organization.simulator.decide({ apiKey: credentials.apiKey, operation: name, serviceClass })
        .allowed;
    const allowed = operations.filter(({ name, serviceClass }) => may(name, serviceClass));
    const catalogued = held.operations.filter((name) => !name.includes('access-key'));
    expect(allowed.map(({ name }) => name).sort()).toEqual([...catalogued].sort());
  });
});

describe('the key for sweeping alone', () => {
  it('sweeps what others minted, and may do nothing else', async () => {
    const organization = await createParent('Sweeping alone');
    const { client, parent } = organization;
    await mint(client, requestFor('scoped-role', { operations: ['list-zones'] }));
    await mint(client, requestFor('role', { role: 'deployer' }));
    organization.advance(1_201_000);
    const swept = await sweep(parent, { prefix: 'exo-lease' });
    expect(swept.map(({ outcome }) => outcome)).toEqual(['revoked', 'revoked']);
    expect(leftoversOf(organization)).toEqual(nothing);
    const parameters = { 'role-id': organization.pinned };
    expect(allowedTo(organization, parameters).sort()).toEqual(
      [pending, ...deletions, ...lists].sort(),
    );
  });
});

describe('conditions', () => {
  it('bind the key to an address and an end', async () => {
    const { simulator, apiKey, pinned, other } = await createParent('Conditions');
    const day = Date.UTC(2027, 10, 30);
    const end = Date.UTC(2027, 11, 1);
    const inside = '203.0.113.7';
    const may = (operation: string, sourceIp: string, more: object = {}): boolean =>
      simulator.decide({
        apiKey,
        operation,
        serviceClass: 'iam',
        sourceIp,
        at: day,
        parameters: { 'role-id': pinned },
        ...more,
      }).allowed;
    for (const operation of ['create-api-key', 'list-api-keys', 'delete-api-key']) {
      expect(may(operation, inside)).toBe(true);
      expect(may(operation, inside, { at: end })).toBe(false);
      expect(may(operation, '203.0.114.7')).toBe(false);
      expect(may(operation, 'no address')).toBe(false);
    }
    expect(may('create-api-key', inside, { parameters: { 'role-id': other } })).toBe(false);
    expect(may('create-iam-role', inside)).toBe(false);
  });
});

describe('additions', () => {
  const additions = blockBelow('Additions') as IamPolicy['services'];

  it('are what the page says and no more', async () => {
    const organization = await createParent('role', { additions });
    const expected = ['delete-api-key', 'get-operation', 'list-events', 'list-zones', ...lists];
    expect(allowedTo(organization, {}).sort()).toEqual(expected.sort());
  });
});
