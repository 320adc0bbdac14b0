import { serviceClasses } from '@x/exo-operations';
import { describe, expect, it } from 'vitest';

import { compileScope } from '../../src/scope/compile-scope.ts';
import { keyOfPolicy } from '../support/key-of-policy.ts';

const classes = serviceClasses.map(({ name }) => name);

function pollsIn(scope: Parameters<typeof compileScope>[0]): string[] {
  const allows = keyOfPolicy(compileScope(scope).policy);
  return classes.filter((serviceClass) => allows('get-operation', { serviceClass }));
}

describe('get-operation', () => {
  it('is added in its own class and where it is needed, and only there', () => {
    expect(pollsIn({ operations: ['create-dns-domain', 'list-iam-roles'] })).toEqual([
      'compute',
      'dns',
    ]);
    expect(pollsIn({ operations: ['list-dns-domains', 'create-api-key'] })).toEqual([]);
  });

  it('is added to what is synchronous when that is asked for', () => {
    const scope = compileScope({ operations: ['list-dns-domains'], getOperation: 'allow' });
    expect(scope.added).toEqual(['get-operation']);
    expect(scope.notes).toHaveLength(1);
    expect(keyOfPolicy(scope.policy)('get-operation')).toBe(true);
  });

  it('is allowed in the class that needs it when it was asked for by name', () => {
    const operations = ['get-operation', 'create-dns-domain'];
    expect(pollsIn({ operations })).toEqual(['compute', 'dns']);
    expect(compileScope({ operations })).toMatchObject({ added: [], notes: [] });
  });

  it.each(classes)('is denied everywhere, with %s as a whole too', (tag) => {
    expect(pollsIn({ tags: [tag], getOperation: 'deny' })).toEqual(
      // Nothing in these is asynchronous, so nothing in them is ever polled.
      ['kms', 'organization', 'sos', 'audit-trail'].includes(tag) ? [tag] : [],
    );
  });

  it('leaves everything else of a class as a whole when it is denied', () => {
    const { policy, operations } = compileScope({ tags: ['compute'], getOperation: 'deny' });
    const allows = keyOfPolicy(policy);
    expect(operations['compute']?.length).toBeGreaterThan(100);
    expect(operations['compute']?.filter((name) => !allows(name))).toEqual([]);
  });

  it('leaves a class as a whole that has nothing to poll', () => {
    const scope = { tags: ['sos'], operations: ['create-instance'] };
    const { policy, added } = compileScope({ ...scope, getOperation: 'deny' });
    expect(policy.services['sos']).toEqual({ type: 'allow' });
    expect(added).toEqual([]);
  });

  it('is denied although it was named, and that is said where it matters', () => {
    const deny = { getOperation: 'deny' } as const;
    const named = { operations: ['get-operation', 'create-instance'], ...deny };
    expect(pollsIn(named)).toEqual([]);
    expect(compileScope(named).notes).toHaveLength(1);
    expect(compileScope({ operations: ['list-zones'], ...deny }).notes).toEqual([]);
  });
});
