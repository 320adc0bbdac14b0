import { describe, expect, it } from 'vitest';

import { mint } from '../../src/lease/mint.ts';
import { resolveTemplate } from '../../src/lease/resolve-template.ts';
import { createAccessKey, type NewAccessKey } from '../../src/resources/access-key.ts';
import { createApiKey } from '../../src/resources/api-key.ts';
import type { IamPolicy } from '../../src/resources/iam-policy.ts';
import { createIamRole } from '../../src/resources/iam-role.ts';
import { compileScope } from '../../src/scope/compile-scope.ts';
import { keyOfPolicy } from '../support/key-of-policy.ts';
import { lessee } from '../support/lessee.ts';
import { createOrganization, operationsOf } from '../support/organization.ts';
import { dnsOnly } from '../support/roles.ts';

const policyOf = (serviceClass: string): IamPolicy => ({
  'default-service-strategy': 'deny',
  services: { [serviceClass]: { type: 'allow' } },
});

const mine = { domain: 'sos', 'resource-type': 'bucket', 'resource-name': 'mine' } as const;
const notFound = { code: 'ERR_TEMPLATE_NOT_FOUND', field: 'template' };
const ambiguous = { code: 'ERR_ROLE_AMBIGUOUS', field: 'template' };

describe('resolveTemplate', () => {
  it('does not take a restricted legacy key without lists for an unrestricted one', async () => {
    const organization = createOrganization();
    const { simulator } = organization;
    const legacy = organization.clientOf(simulator.parentAccessKey);
    const { key } = await createAccessKey(legacy, { name: 'old', operations: ['list-zones'] });
    const body = { name: 'old', key, type: 'restricted' };
    simulator.faults.add({
      operation: 'get-access-key',
      times: Infinity,
      respond: { status: 200, body },
    });
    await expect(resolveTemplate(legacy, key)).rejects.toMatchObject({
      code: 'ERR_SCOPE_EMPTY',
      message: expect.stringContaining('the API lists neither operations nor tags nor resources'),
    });
    const request = { scope: { template: key }, ttlSeconds: 900, ...lessee };
    await expect(mint(legacy, { ...request, method: 'access-key' })).rejects.toMatchObject({
      code: 'ERR_METHOD_UNSUITABLE',
      message: expect.stringContaining('does not list'),
    });
  });

  it('refuses a legacy key with restrictions that cannot be read', async () => {
    const organization = createOrganization();
    const { simulator } = organization;
    const legacy = organization.clientOf(simulator.parentAccessKey);
    const { key } = await createAccessKey(legacy, { name: 'old', operations: ['list-zones'] });
    const respond = { status: 200, body: { name: 'old', key, resources: [null] } };
    simulator.faults.add({ operation: 'get-access-key', respond });
    await expect(resolveTemplate(legacy, key)).rejects.toMatchObject({
      code: 'ERR_ANSWER_UNREADABLE',
    });
  });

  it('takes the policy of a role, by its name or id', async () => {
    const { client } = createOrganization();
    const id = await createIamRole(client, { name: 'deployer', policy: policyOf('dns') });
    const expected = { source: 'role deployer', policy: policyOf('dns') };
    expect(await resolveTemplate(client, 'deployer')).toEqual(expected);
    expect(await resolveTemplate(client, id)).toEqual(expected);
  });

  it('takes the policy of the role of a key, by the key or its name', async () => {
    const { client } = createOrganization();
    const id = await createIamRole(client, { name: 'deployer', policy: policyOf('dns') });
    const { key } = await createApiKey(client, { name: 'ci', 'role-id': id });
    const policy = policyOf('dns');
    expect(await resolveTemplate(client, 'ci')).toEqual({ source: 'key ci', policy });
    expect(await resolveTemplate(client, key)).toEqual({ source: `key ${key}`, policy });
  });

  it('takes a role that is called like a key', async () => {
    const { client } = createOrganization();
    await createIamRole(client, { name: 'exodus', policy: policyOf('dns') });
    expect(await resolveTemplate(client, 'exodus')).toMatchObject({ source: 'role exodus' });
  });

  it.each(['xEXO1', 'EXO1-x'])('looks for no key called %s', async (name) => {
    const organization = createOrganization();
    await createIamRole(organization.client, { name, policy: policyOf('dns') });
    const before = operationsOf(organization).length;
    await resolveTemplate(organization.client, name);
    expect(operationsOf(organization).slice(before)).toEqual(['list-iam-roles', 'get-iam-role']);
  });

  it('takes a role without a policy for what it is: one that may do everything', async () => {
    const { client, simulator } = createOrganization();
    const id = await createIamRole(client, { name: 'open', policy: policyOf('dns') });
    simulator.faults.add({
      operation: 'get-iam-role',
      respond: { status: 200, body: { id, name: 'open' } },
    });
    expect(await resolveTemplate(client, 'open')).toMatchObject({
      policy: { 'default-service-strategy': 'allow', services: {} },
    });
  });

  it('refuses to choose between two roles of one name', async () => {
    const { client } = createOrganization();
    await createIamRole(client, { name: 'deployer', policy: policyOf('dns') });
    await createIamRole(client, { name: 'deployer', policy: policyOf('iam') });
    await expect(resolveTemplate(client, 'deployer')).rejects.toMatchObject(ambiguous);
  });

  it('refuses to choose between keys of one name and several roles', async () => {
    const { client } = createOrganization();
    const narrow = await createIamRole(client, { name: 'narrow', policy: policyOf('dns') });
    const wide = await createIamRole(client, { name: 'wide', policy: policyOf('iam') });
    await createApiKey(client, { name: 'ci', 'role-id': narrow });
    await createApiKey(client, { name: 'ci', 'role-id': narrow });
    expect(await resolveTemplate(client, 'ci')).toMatchObject({ policy: policyOf('dns') });
    const { key } = await createApiKey(client, { name: 'ci', 'role-id': wide });
    await expect(resolveTemplate(client, 'ci')).rejects.toMatchObject({
      ...ambiguous,
      message: expect.stringMatching(`"ci": EXO\\w+, EXO\\w+, ${key}\\.`),
    });
  });

  it.each(['', 'nobody', 'EXO0123456789abcdef01234567', '__proto__', 'constructor'])(
    'finds no %j',
    async (template) => {
      const organization = createOrganization();
      const resolving = resolveTemplate(organization.client, template);
      await expect(resolving).rejects.toMatchObject(notFound);
      expect(operationsOf(organization).every((name) => /^(?:get|list)-/.test(name ?? ''))).toBe(
        true,
      );
    },
  );

  it.each(['by key', 'by name'])(
    'finds nothing to take over %s when the role is gone',
    async (by) => {
      const { client, simulator } = createOrganization();
      const id = await createIamRole(client, { name: 'deployer', policy: policyOf('dns') });
      const { key } = await createApiKey(client, { name: 'ci', 'role-id': id });
      simulator.faults.add({
        operation: 'get-iam-role',
        respond: { status: 404, body: { message: 'Not found' } },
      });
      await expect(resolveTemplate(client, by === 'by key' ? key : 'ci')).rejects.toMatchObject(
        notFound,
      );
    },
  );

  it('does not take a refusal for an absence', async () => {
    const { client, simulator } = createOrganization();
    const body = { message: 'Forbidden by role policy for iam' };
    simulator.faults.add({ operation: 'list-iam-roles', respond: { status: 403, body } });
    await expect(resolveTemplate(client, 'x')).rejects.toMatchObject({ code: 'ERR_POLICY_DENIED' });
    simulator.faults.add({ operation: 'get-api-key', respond: { status: 403, body } });
    await expect(resolveTemplate(client, 'EXO1')).rejects.toMatchObject({
      code: 'ERR_POLICY_DENIED',
    });
  });
});

describe('a role without a name as template', () => {
  it('is called by its id', async () => {
    const { client, simulator } = createOrganization();
    const id = await createIamRole(client, { name: 'deployer', policy: dnsOnly });
    const body = { 'iam-roles': [{ id, policy: dnsOnly }] };
    simulator.faults.add({ operation: 'list-iam-roles', respond: { status: 200, body } });
    expect(await resolveTemplate(client, id)).toMatchObject({ source: `role ${id}` });
  });
});

describe('a legacy key as template', () => {
  async function policyOfLegacy(key: Omit<NewAccessKey, 'name'>): Promise<IamPolicy> {
    const organization = createOrganization();
    const legacy = organization.clientOf(organization.simulator.parentAccessKey);
    const { key: id } = await createAccessKey(legacy, { name: 'old', ...key });
    const template = await resolveTemplate(organization.client, id);
    expect(template).toMatchObject({ source: `legacy key ${id}` });
    return template.policy;
  }

  it('becomes a policy that allows what the key did', async () => {
    const operations = ['get-sos-object', 'list-zones'];
    const allows = keyOfPolicy(await policyOfLegacy({ operations, resources: [mine] }));
    expect(allows('get-object', { bucket: 'mine' })).toBe(true);
    expect(allows('get-object', { bucket: 'theirs' })).toBe(false);
    expect(allows('list-zones')).toBe(true);
    expect(allows('list-instances')).toBe(false);
  });

  it.each([
    [{ operations: ['create-instance'] }, 'create-instance', false],
    [{ operations: ['create-instance', 'get-operation'] }, 'create-instance', true],
    [{ tags: ['dns'] }, 'create-dns-domain', false],
    [{ tags: ['compute'] }, 'create-instance', true],
  ])('%j: get-operation only where the key had it', async (scope, name, polls) => {
    const template = { source: 'legacy key', policy: await policyOfLegacy(scope) };
    const allows = keyOfPolicy(compileScope({ template }).policy);
    expect(allows(name)).toBe(true);
    expect(allows('get-operation')).toBe(polls);
  });

  it('that may do everything is only taken narrowed', async () => {
    const template = { source: 'legacy key', policy: await policyOfLegacy({}) };
    expect(() => compileScope({ template })).toThrowError(
      expect.objectContaining({ code: 'ERR_POLICY_INVALID', field: 'template' }),
    );
    const allows = keyOfPolicy(compileScope({ template, operations: ['list-zones'] }).policy);
    expect(allows('list-zones')).toBe(true);
    expect(allows('list-instances')).toBe(false);
  });

  it.each([
    [{ operations: ['list-access-keys'] }, 'ERR_OPERATION_UNKNOWN'],
    [{ operations: ['list-zones'], resources: [mine] }, 'ERR_SCOPE_CONFLICT'],
    [{ tags: ['access-key'] }, 'ERR_TAG_UNKNOWN'],
  ])('that no policy can express is refused: %j', async (scope, code) => {
    await expect(policyOfLegacy(scope)).rejects.toMatchObject({ code, field: 'template' });
  });

  it('with as many operations as tags may not do everything', async () => {
    const { client, simulator } = createOrganization();
    const body = { name: 'old', key: 'EXO1', operations: ['list-zones'], tags: ['dns'] };
    simulator.faults.add({ operation: 'get-access-key', respond: { status: 200, body } });
    const { policy } = await resolveTemplate(client, 'EXO1');
    expect(policy['default-service-strategy']).toBe('deny');
    expect(Object.keys(policy.services)).toEqual(['compute', 'dns']);
  });

  it('whose record makes no sense is not taken for one that does', async () => {
    const { client, simulator } = createOrganization();
    const body = { name: 'old', key: 'EXO1', operations: 5 };
    simulator.faults.add({ operation: 'get-access-key', respond: { status: 200, body } });
    await expect(resolveTemplate(client, 'EXO1')).rejects.toMatchObject({
      code: 'ERR_SCOPE_INVALID',
      field: 'template',
    });
  });

  it('whose list members are missing is one that may do everything', async () => {
    const { client, simulator } = createOrganization();
    const body = { name: 'old', key: 'EXO1' };
    simulator.faults.add({ operation: 'get-access-key', respond: { status: 200, body } });
    expect(await resolveTemplate(client, 'EXO1')).toMatchObject({
      policy: { 'default-service-strategy': 'allow' },
    });
  });
});
