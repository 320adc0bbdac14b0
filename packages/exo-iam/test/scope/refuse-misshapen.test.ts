import { describe, expect, it } from 'vitest';

import { compileScope, mint, sweep } from '../../src/index.ts';
import { lessee } from '../support/lessee.ts';
import { createOrganization } from '../support/organization.ts';

// What a program without types can hand in.
const loose = { compileScope, mint, sweep } as unknown as Record<
  'compileScope' | 'mint' | 'sweep',
  (...given: readonly unknown[]) => Promise<unknown>
>;

describe('a caller without types', () => {
  it.each([
    ['operations', { operations: 'list-zones' }],
    ['operations', { operations: ['list-zones', 7] }],
    ['tags', { operations: ['list-zones'], tags: 'dns' }],
    ['resources', { resources: { sos: 'bucket' } }],
    ['scope', undefined],
    ['scope', null],
    ['scope', 'list-zones'],
  ])('is told what is wrong with its %s: %j', (field, scope) => {
    expect(() => loose.compileScope(scope)).toThrowError(
      expect.objectContaining({ code: 'ERR_SCOPE_INVALID', field }),
    );
  });

  it.each([
    ['a request', undefined, 'ERR_DURATION_INVALID'],
    ['a scope', { ttlSeconds: 900, ...lessee }, 'ERR_SCOPE_INVALID'],
    [
      'a list of operations',
      { ...lessee, ttlSeconds: 9, scope: { operations: 'x' } },
      'ERR_SCOPE_INVALID',
    ],
    ['a prefix', { ...lessee, ttlSeconds: 900, prefix: undefined }, 'ERR_NAME_INVALID'],
    ['a holder', { ...lessee, ttlSeconds: 900, holder: undefined }, 'ERR_NAME_INVALID'],
    [
      'a kind of holder',
      { ...lessee, ttlSeconds: 900, holder: { kind: 'job' } },
      'ERR_NAME_INVALID',
    ],
  ])('gets a code from mint without %s', async (_, request, code) => {
    const { client, simulator } = createOrganization();
    await expect(loose.mint(client, request)).rejects.toMatchObject({ code });
    expect(simulator.requests).toEqual([]);
  });

  it('gets a code from sweep without options', async () => {
    const { client, simulator } = createOrganization();
    await expect(loose.sweep(client)).rejects.toMatchObject({ code: 'ERR_NAME_INVALID' });
    expect(simulator.requests).toEqual([]);
  });
});
