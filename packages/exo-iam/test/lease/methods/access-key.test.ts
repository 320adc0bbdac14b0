import { describe, expect, it } from 'vitest';

import type { Client } from '../../../src/client/create-client.ts';
import type { LeaseScope } from '../../../src/lease/mint-request.ts';
import { mint } from '../../../src/lease/mint.ts';
import { revoke } from '../../../src/lease/revoke.ts';
import { createAccessKey, type NewAccessKey } from '../../../src/resources/access-key.ts';
import { leftoversOf, nothing } from '../../support/leftovers.ts';
import { lessee } from '../../support/lessee.ts';
import { createOrganization, operationsOf, type Organization } from '../../support/organization.ts';

const bucket = { domain: 'sos', 'resource-type': 'bucket', 'resource-name': 'mine' } as const;

function createLegacyOrganization(): Organization & { readonly legacy: Client } {
  const organization = createOrganization();
  return { ...organization, legacy: organization.clientOf(organization.simulator.parentAccessKey) };
}

const requestFor = (scope: LeaseScope): Parameters<typeof mint>[1] => ({
  method: 'access-key',
  ttlSeconds: 900,
  ...lessee,
  scope,
});

function makersOf({ simulator }: Organization): readonly string[] {
  return simulator.requests.filter(({ method }) => method === 'POST').map(({ path }) => path);
}

describe('method access-key', () => {
  it.each<[LeaseScope, object]>([
    [{ operations: ['list-zones'] }, { operations: ['list-zones'], tags: [], resources: [] }],
    [{ tags: ['dns'] }, { operations: [], tags: ['dns'], resources: [] }],
    [{ resources: ['sos/bucket:mine'] }, { operations: [], tags: [], resources: [bucket] }],
    [
      { operations: ['get-sos-object'], tags: ['dns'], resources: ['sos/bucket:mine'] },
      { operations: ['get-sos-object'], tags: ['dns'], resources: [bucket] },
    ],
    [{ operations: ['unrestricted'] }, { operations: [], tags: [], resources: [] }],
  ])('makes of %j a key with exactly that', async (scope, expected) => {
    const organization = createLegacyOrganization();
    const lease = await mint(organization.legacy, requestFor(scope));
    const { accessKeys } = organization.simulator.state;
    expect(accessKeys.get(lease.apiKey)).toMatchObject({ name: lease.name, ...expected });
    expect(lease).toMatchObject({ method: 'access-key', enforcedBy: 'sweep', role: undefined });
    // What neither names an operation nor a tag needs no list of them.
    const { operations = ['unrestricted'], tags = [] } = scope;
    const names = [...operations, ...tags].filter((name) => name !== 'unrestricted');
    const needed = names.length > 0 ? ['list-access-key-known-operations'] : [];
    expect(operationsOf(organization)).toEqual([...needed, 'create-access-key']);
    expect(await revoke(organization.legacy, lease)).toMatchObject({
      key: 'deleted',
      role: 'kept',
    });
    expect(leftoversOf(organization)).toEqual(nothing);
  });

  it('gives a key that works and does no more than it may', async () => {
    const organization = createLegacyOrganization();
    const lease = await mint(organization.legacy, requestFor({ operations: ['list-instances'] }));
    const key = organization.clientOf(lease);
    await expect(key.request('list-instances')).resolves.toBeDefined();
    await expect(key.request('list-templates')).rejects.toMatchObject({ code: 'ERR_FORBIDDEN' });
    await revoke(organization.legacy, lease);
    await expect(key.request('list-instances')).rejects.toMatchObject({
      code: 'ERR_SIGNATURE_REFUSED',
    });
  });

  it('takes a legacy key over as it is', async () => {
    const organization = createLegacyOrganization();
    const old: NewAccessKey = { name: 'old', operations: ['list-zones'], resources: [bucket] };
    const { key } = await createAccessKey(organization.legacy, old);
    const lease = await mint(organization.legacy, requestFor({ template: key }));
    expect(organization.simulator.state.accessKeys.get(lease.apiKey)).toMatchObject({
      operations: ['list-zones'],
      tags: [],
      resources: [bucket],
    });
  });

  it.each<[string, Omit<NewAccessKey, 'name'>, LeaseScope]>([
    ['unrestricted', {}, {}],
    ['narrow a template', { tags: ['compute'] }, { operations: ['list-zones'] }],
    ['narrow a template', { tags: ['compute'] }, { tags: ['zone'] }],
    ['narrow a template', { tags: ['sos'] }, { resources: ['sos/bucket:mine'] }],
  ])('does not take over a template because of "%s": %j, %j', async (words, old, scope) => {
    const organization = createLegacyOrganization();
    const { key } = await createAccessKey(organization.legacy, { name: 'old', ...old });
    const minting = mint(organization.legacy, requestFor({ ...scope, template: key }));
    await expect(minting).rejects.toMatchObject({
      code: 'ERR_METHOD_UNSUITABLE',
      field: 'template',
      message: expect.stringContaining(words),
    });
    expect(makersOf(organization)).toHaveLength(1);
  });

  it.each<[string, LeaseScope, object]>([
    ['a role', { template: 'Owner' }, { code: 'ERR_METHOD_UNSUITABLE', field: 'template' }],
    ['nothing', { template: 'EXO1' }, { code: 'ERR_TEMPLATE_NOT_FOUND', field: 'template' }],
  ])('does not take over %s', async (_, scope, error) => {
    const organization = createLegacyOrganization();
    await expect(mint(organization.legacy, requestFor(scope))).rejects.toMatchObject(error);
    expect(makersOf(organization)).toEqual([]);
  });

  it.each<[LeaseScope, object]>([
    [
      { operations: ['list-zone'], tags: ['dns'] },
      {
        code: 'ERR_OPERATION_UNKNOWN',
        field: 'operations',
        message: expect.stringContaining('did you mean list-zones'),
      },
    ],
    [{ operations: [''] }, { code: 'ERR_OPERATION_UNKNOWN', field: 'operations' }],
    [{ operations: ['constructor'] }, { code: 'ERR_OPERATION_UNKNOWN', field: 'operations' }],
    [{ operations: ['dns'] }, { code: 'ERR_OPERATION_UNKNOWN', field: 'operations' }],
    [{ tags: ['list-zones'] }, { code: 'ERR_TAG_UNKNOWN', field: 'tags' }],
    [{ tags: ['__proto__'] }, { code: 'ERR_TAG_UNKNOWN', field: 'tags' }],
    [{ resources: ['sos/bucket:*'] }, { code: 'ERR_RESOURCE_INVALID', field: 'resources' }],
  ])('makes nothing of %j', async (scope, error) => {
    const organization = createLegacyOrganization();
    await expect(mint(organization.legacy, requestFor(scope))).rejects.toMatchObject(error);
    expect(makersOf(organization)).toEqual([]);
  });

  it('is refused to a role-based key, and leaves nothing', async () => {
    const organization = createOrganization();
    const minting = mint(organization.client, requestFor({ operations: ['list-zones'] }));
    await expect(minting).rejects.toMatchObject({ code: 'ERR_FORBIDDEN' });
    expect(leftoversOf(organization)).toEqual(nothing);
  });

  it('removes the key whose secret was lost, and makes one more', async () => {
    const organization = createLegacyOrganization();
    organization.simulator.faults.add({
      path: '/v2/access-key',
      method: 'POST',
      dropConnection: 'after',
    });
    await mint(organization.legacy, requestFor({ operations: ['list-zones'] }));
    expect(leftoversOf(organization)).toEqual({ ...nothing, accessKeys: 1 });
  });
});
