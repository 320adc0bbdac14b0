import { describe, expect, it } from 'vitest';

import { chooseMethod } from '../../src/lease/choose-method.ts';
import { leaseMethods } from '../../src/lease/journal.ts';
import type { LeaseScope, MintRequest } from '../../src/lease/mint-request.ts';
import { mint } from '../../src/lease/mint.ts';
import { lessee } from '../support/lessee.ts';
import { createOrganization } from '../support/organization.ts';

type Method = NonNullable<MintRequest['method']>;

const operations = ['list-zones'];
const policy = {
  'default-service-strategy': 'deny',
  services: { dns: { type: 'allow' } },
} as const;
const resources = ['sos/bucket:abc'];

describe('prepareMint', () => {
  it.each<[Method | undefined, LeaseScope, string]>([
    [undefined, { role: 'x', operations }, 'operations'],
    [undefined, { role: 'x', template: 'y' }, 'template'],
    ['scoped-role', { operations, role: 'x' }, 'role'],
    ['scoped-role', { operations, policy }, 'operations'],
    ['scoped-role', { operations: ['unrestricted'], template: 'x' }, 'template'],
    ['role', { role: 'x', operations }, 'operations'],
    ['role', { role: 'x', tags: ['dns'] }, 'tags'],
    ['role', { role: 'x', resources }, 'resources'],
    ['role', { role: 'x', policy }, 'policy'],
    ['role', { role: 'x', template: 'y' }, 'template'],
    ['role', { role: 'x', getOperation: 'deny' }, 'get-operation'],
    ['role', { operations }, 'operations'],
    ['assume-role', { role: 'x', operations }, 'operations'],
    ['assume-role', { role: 'x', policy }, 'policy'],
    ['assume-role', { role: 'x', getOperation: 'allow' }, 'get-operation'],
    ['access-key', { operations, policy }, 'policy'],
    ['access-key', { operations, role: 'x' }, 'role'],
    ['access-key', { operations, getOperation: 'deny' }, 'get-operation'],
    ['access-key', { operations: ['unrestricted', 'list-zones'] }, 'operations'],
    ['access-key', { operations: ['unrestricted'], tags: ['read'] }, 'tags'],
    ['access-key', { operations: ['unrestricted'], resources }, 'resources'],
    ['access-key', { operations: ['unrestricted'], template: 'EXO1' }, 'template'],
  ])('refuses for %s: %j', async (method, scope, field) => {
    const { client, simulator } = createOrganization();
    const request = { method, scope, ttlSeconds: 900, ...lessee };
    await expect(mint(client, request)).rejects.toMatchObject({
      code: 'ERR_SCOPE_CONFLICT',
      field,
    });
    expect(simulator.requests).toEqual([]);
  });

  it.each<[Method | undefined, LeaseScope, string]>([
    [undefined, {}, 'operations'],
    [undefined, { operations: [], tags: [], resources: [], template: '', role: '' }, 'operations'],
    [undefined, { policy: '' as never }, 'operations'],
    [undefined, { getOperation: 'allow' }, 'operations'],
    ['scoped-role', { role: '' }, 'operations'],
    ['role', {}, 'role'],
    ['role', { role: '' }, 'role'],
    ['assume-role', {}, 'role'],
    ['access-key', { operations: [] }, 'operations'],
  ])('refuses for %s an empty %j', async (method, scope, field) => {
    const { client, simulator } = createOrganization();
    const request = { method, scope, ttlSeconds: 900, ...lessee };
    await expect(mint(client, request)).rejects.toMatchObject({ code: 'ERR_SCOPE_EMPTY', field });
    expect(simulator.requests).toEqual([]);
  });

  // What a program without types can hand in.
  it.each([
    ['a request', undefined, 'ERR_DURATION_INVALID', 'ttl'],
    ['a scope', { ttlSeconds: 900, ...lessee }, 'ERR_SCOPE_INVALID', 'scope'],
    [
      'a list of operations',
      { ...lessee, ttlSeconds: 9, scope: { operations: 'x' } },
      'ERR_SCOPE_INVALID',
      'operations',
    ],
    [
      'a prefix',
      { ...lessee, ttlSeconds: 9, prefix: undefined },
      'ERR_NAME_INVALID',
      'name-prefix',
    ],
    ['a holder', { ...lessee, ttlSeconds: 900, holder: undefined }, 'ERR_NAME_INVALID', 'holder'],
    [
      'a kind of holder',
      { ...lessee, ttlSeconds: 900, holder: { kind: 'job' } },
      'ERR_NAME_INVALID',
      'holder',
    ],
  ])('refuses to go on without %s', (...[, request, code, field]) => {
    expect(() => chooseMethod(request as unknown as MintRequest)).toThrowError(
      expect.objectContaining({ code, field }),
    );
  });

  it.each(leaseMethods)('refuses for %s a ttl that is none', async (method) => {
    const { client, simulator } = createOrganization();
    for (const ttlSeconds of [0, -1, 0.5, Number.NaN, Infinity, 1e10]) {
      const request = { method, scope: { operations }, ttlSeconds, ...lessee };
      await expect(mint(client, request)).rejects.toMatchObject({
        code: 'ERR_DURATION_INVALID',
        field: 'ttl',
      });
    }
    expect(simulator.requests).toEqual([]);
  });
});
