import { describe, expect, it } from 'vitest';

import type { AccessKeyResource } from '../../src/legacy/access-key-resource.ts';
import type { AccessKeyScope } from '../../src/legacy/access-key-scope.ts';
import { expandScope, isSubset, isWithinScope } from '../../src/legacy/access-key-scope.ts';

const bucket = (name: string): AccessKeyResource => ({
  domain: 'sos',
  'resource-type': 'bucket',
  'resource-name': name,
});
const product: AccessKeyResource = {
  domain: 'partner',
  'resource-type': 'product',
  'resource-name': 'a',
};
const scope = (given: Partial<AccessKeyScope>): AccessKeyScope => ({
  operations: [],
  tags: [],
  resources: [],
  ...given,
});
const read = (name?: string): Parameters<typeof isWithinScope>[1] => ({
  operation: 'get-sos-object',
  serviceClass: 'sos',
  bucket: name,
});
const list = { operation: 'list-instances', serviceClass: 'compute' };

describe('isWithinScope', () => {
  it.each([
    ['nothing restricts', scope({}), list, true],
    ['the operation is held', scope({ operations: ['list-instances'] }), list, true],
    ['another operation is held', scope({ operations: ['list-zones'] }), list, false],
    ['a tag stands for it', scope({ tags: ['compute'] }), list, true],
    ['another tag is held', scope({ tags: ['dns'] }), list, false],
    ['the bucket is the one held', scope({ resources: [bucket('a')] }), read('a'), true],
    ['the bucket is another one', scope({ resources: [bucket('a')] }), read('b'), false],
    ['no bucket is named', scope({ resources: [bucket('a')] }), read(), false],
    ['a bucket is held and it is no storage', scope({ resources: [bucket('a')] }), list, false],
    [
      'a bucket confines storage alone',
      scope({ tags: ['compute'], resources: [bucket('a')] }),
      list,
      true,
    ],
    ['both hold', scope({ tags: ['sos'], resources: [bucket('a')] }), read('a'), true],
    [
      'a resource of another domain is held',
      scope({ tags: ['sos'], resources: [product] }),
      read('a'),
      true,
    ],
    ['nobody knows the operation', scope({ tags: ['sos'] }), { ...read(), operation: 'x' }, false],
  ])('when %s', (_, held, question, expected) => {
    expect(isWithinScope(held, question)).toBe(expected);
  });
});

describe('isSubset', () => {
  it.each([
    ['anything of everything', scope({ tags: ['sos'] }), scope({}), true],
    ['everything of something', scope({}), scope({ tags: ['sos'] }), false],
    [
      'an operation of its tag',
      scope({ operations: ['list-zones'] }),
      scope({ tags: ['read'] }),
      true,
    ],
    [
      'a tag of one operation',
      scope({ tags: ['read'] }),
      scope({ operations: ['list-zones'] }),
      false,
    ],
    [
      'a bucket of two',
      scope({ resources: [bucket('a')] }),
      scope({ resources: [bucket('b'), bucket('a')] }),
      true,
    ],
    [
      'two buckets of one',
      scope({ resources: [bucket('a'), bucket('b')] }),
      scope({ resources: [bucket('a')] }),
      false,
    ],
    ['all buckets of one', scope({ tags: ['sos'] }), scope({ resources: [bucket('a')] }), false],
    [
      'a bucket of another domain',
      scope({ resources: [bucket('a')] }),
      scope({ resources: [product] }),
      false,
    ],
  ])('%s: %s', (_, inner, outer, expected) => {
    expect(isSubset(inner, outer)).toBe(expected);
  });
});

describe('expandScope', () => {
  it('turns a bucket into the operations of object storage', () => {
    const names = expandScope(scope({ resources: [bucket('a')] }));
    expect(names).toContain('get-sos-object');
    expect(names).not.toContain('list-instances');
  });
});
