import { describe, expect, it } from 'vitest';

import type { LeaseScope } from '../../../src/lease/mint-request.ts';
import { mint } from '../../../src/lease/mint.ts';
import { createIamRole } from '../../../src/resources/iam-role.ts';
import { leftoversOf, nothing } from '../../support/leftovers.ts';
import { lessee } from '../../support/lessee.ts';
import { createOrganization, operationsOf } from '../../support/organization.ts';
import { dnsOnly } from '../../support/roles.ts';

const requestFor = (scope: LeaseScope): Parameters<typeof mint>[1] => ({
  ttlSeconds: 900,
  ...lessee,
  scope,
});
const scope = { operations: ['list-zones'] };

// What a key of each scope may do and what not, of class and operation.
const scopes: readonly (readonly [LeaseScope, readonly string[], readonly string[]])[] = [
  [{ operations: ['list-instances'] }, ['list-instances'], ['list-templates', 'list-dns-domains']],
  [{ tags: ['dns:read'] }, ['list-dns-domains'], ['list-instances']],
  [{ policy: dnsOnly }, ['list-dns-domains'], ['list-instances']],
  [{ template: 'deployer' }, ['list-dns-domains'], ['list-instances']],
  [{ template: 'deployer', tags: ['read'] }, ['list-dns-domains'], ['list-instances']],
  [{ operations: ['unrestricted'] }, ['list-dns-domains', 'list-api-keys'], []],
];

describe('method scoped-role', () => {
  it.each(scopes)(
    '%j: does that until the deadline and nothing after it',
    async (given, may, not) => {
      const organization = createOrganization();
      await createIamRole(organization.client, { name: 'deployer', policy: dnsOnly });
      const lease = await mint(organization.client, requestFor(given));
      expect(lease).toMatchObject({ method: 'scoped-role', enforcedBy: 'server' });
      const key = organization.clientOf(lease);
      for (const name of not) {
        await expect(key.request(name)).rejects.toMatchObject({ code: 'ERR_POLICY_DENIED' });
      }
      for (const name of may) await expect(key.request(name)).resolves.toBeDefined();
      organization.advance(900_000);
      for (const name of may) await expect(key.request(name)).resolves.toBeDefined();
      organization.advance(1);
      for (const name of [...may, ...not]) {
        await expect(key.request(name)).rejects.toMatchObject({ code: 'ERR_POLICY_DENIED' });
      }
    },
  );

  it('makes nothing of a template that is gone', async () => {
    const organization = createOrganization();
    const minting = mint(organization.client, requestFor({ template: 'deployer' }));
    await expect(minting).rejects.toMatchObject({
      code: 'ERR_TEMPLATE_NOT_FOUND',
      field: 'template',
    });
    expect(operationsOf(organization)).not.toContain('create-iam-role');
  });

  it('uses no role whose creation failed, since it may lack its policy', async () => {
    const organization = createOrganization({ pendingPolls: 1 });
    const body = { id: '1', state: 'failure', reason: 'partial' };
    organization.simulator.faults.add({
      operation: 'get-operation',
      respond: { status: 200, body },
    });
    await expect(mint(organization.client, requestFor(scope))).rejects.toMatchObject({
      code: 'ERR_OPERATION_FAILED',
    });
    expect(operationsOf(organization)).not.toContain('create-api-key');
    expect(leftoversOf(organization)).toEqual(nothing);
  });

  it.each([
    ['nothing', undefined],
    ['everything', { 'default-service-strategy': 'allow', services: {} }],
  ])('uses no role found by its name whose policy is %s', async (_, policy) => {
    const organization = createOrganization();
    const { client, simulator } = organization;
    simulator.faults.add({ operation: 'create-iam-role', dropConnection: 'after' });
    let listed = false;
    const journal = ({ name }: { readonly name?: string } = {}): void => {
      if (listed) return;
      listed = true;
      const body = { 'iam-roles': [{ id: 'open', name, policy }] };
      simulator.faults.add({ operation: 'list-iam-roles', respond: { status: 200, body } });
    };
    const minting = mint(client, requestFor(scope), { journal });
    await expect(minting).rejects.toMatchObject({ operation: 'create-iam-role' });
    expect(operationsOf(organization)).not.toContain('create-api-key');
    expect(leftoversOf(organization)).toEqual(nothing);
  });

  it('leaves no role when it may not ask how its creation ended', async () => {
    const organization = createOrganization({ pendingPolls: 1 });
    const body = { message: 'Forbidden by role policy for compute' };
    organization.simulator.faults.add({
      operation: 'get-operation',
      respond: { status: 403, body },
    });
    organization.simulator.faults.add({
      operation: 'list-iam-roles',
      respond: { status: 403, body },
    });
    await expect(mint(organization.client, requestFor(scope))).rejects.toMatchObject({
      code: 'ERR_POLICY_DENIED',
      operation: 'get-operation',
    });
    expect(leftoversOf(organization)).toEqual(nothing);
  });

  it('says what kept it from waiting for its role when the key does not find it', async () => {
    const organization = createOrganization({ pendingPolls: 1, roleVisibleAfterMs: 3_600_000 });
    organization.simulator.faults.add({
      operation: 'get-operation',
      respond: { status: 403, body: { message: 'Forbidden by role policy for compute' } },
    });
    await expect(mint(organization.client, requestFor(scope))).rejects.toMatchObject({
      code: 'ERR_POLICY_DENIED',
      operation: 'get-operation',
    });
    expect(operationsOf(organization)).toContain('create-api-key');
    expect(leftoversOf(organization)).toEqual(nothing);
  });

  it.each([11, 600])('undoes the mint when the clock is %i minutes ahead', async (minutes) => {
    const server = Date.UTC(2026, 10, 21);
    const now = (): number => server + minutes * 60_000;
    const organization = createOrganization({ now: () => server }, { now });
    await expect(mint(organization.client, requestFor(scope))).rejects.toMatchObject({
      code: 'ERR_CLOCK_SKEW',
      operation: 'create-iam-role',
      message: expect.stringContaining(`${minutes} minutes ahead`),
    });
    expect(leftoversOf(organization)).toEqual(nothing);
  });

  it('takes a clock that is ten minutes ahead', async () => {
    const server = Date.UTC(2026, 10, 21);
    const now = (): number => server + 600_000;
    const organization = createOrganization({ now: () => server }, { now });
    await expect(mint(organization.client, requestFor(scope))).resolves.toBeDefined();
  });

  it('leaves the second half of a lenient deadline out, and says so', async () => {
    const { client } = createOrganization();
    const asked = { scope: { operations: ['list-zones'] }, ttlSeconds: 900, ...lessee };
    const strict = await mint(client, asked);
    const lenient = await mint(client, { ...asked, deadline: 'lenient' });
    expect(JSON.stringify(strict.policy)).toContain('timestamp(now) < timestamp(');
    expect(JSON.stringify(lenient.policy)).not.toContain('timestamp(now) < timestamp(');
    expect(lenient.scope?.notes.join()).toContain('lenient');
    expect(strict.scope?.notes.join()).not.toContain('lenient');
  });
});
