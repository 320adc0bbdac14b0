import { describe, expect, it } from 'vitest';

import type { AccessKeyResource } from '../../src/legacy/access-key-resource.ts';
import {
  expandScope,
  isSubset,
  isWithinScope,
  type AccessKeyScope,
} from '../../src/legacy/access-key-scope.ts';

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
    { when: 'nothing restricts', held: {}, asked: list, expected: true },
    {
      when: 'the operation is held',
      held: { operations: ['list-instances'] },
      asked: list,
      expected: true,
    },
    {
      when: 'another one is held',
      held: { operations: ['list-zones'] },
      asked: list,
      expected: false,
    },
    { when: 'a tag stands for it', held: { tags: ['compute'] }, asked: list, expected: true },
    { when: 'another tag is held', held: { tags: ['dns'] }, asked: list, expected: false },
    {
      when: 'the bucket is held',
      held: { resources: [bucket('a')] },
      asked: read('a'),
      expected: true,
    },
    {
      when: 'another bucket is held',
      held: { resources: [bucket('a')] },
      asked: read('b'),
      expected: false,
    },
    {
      when: 'no bucket is named',
      held: { resources: [bucket('a')] },
      asked: read(),
      expected: false,
    },
    {
      when: 'only a bucket is held and it is not storage',
      held: { resources: [bucket('a')] },
      asked: list,
      expected: false,
    },
    {
      when: 'a bucket confines storage alone',
      held: { tags: ['compute'], resources: [bucket('a')] },
      asked: list,
      expected: true,
    },
    {
      when: 'tag and bucket are held',
      held: { tags: ['sos'], resources: [bucket('a')] },
      asked: read('a'),
      expected: true,
    },
    {
      when: 'the resource is of another domain',
      held: { tags: ['sos'], resources: [product] },
      asked: read('a'),
      expected: true,
    },
    {
      when: 'nobody knows the operation',
      held: { tags: ['sos'] },
      asked: { ...read(), operation: 'x' },
      expected: false,
    },
  ])('when $when: $expected', ({ held, asked, expected }) => {
    expect(isWithinScope(scope(held), asked)).toBe(expected);
  });
});

describe('isSubset', () => {
  it.each([
    { of: 'anything in everything', inner: { tags: ['sos'] }, outer: {}, expected: true },
    { of: 'everything in something', inner: {}, outer: { tags: ['sos'] }, expected: false },
    {
      of: 'an operation in its tag',
      inner: { operations: ['list-zones'] },
      outer: { tags: ['read'] },
      expected: true,
    },
    {
      of: 'a tag in one operation',
      inner: { tags: ['read'] },
      outer: { operations: ['list-zones'] },
      expected: false,
    },
    {
      of: 'a bucket in two',
      inner: { resources: [bucket('a')] },
      outer: { resources: [bucket('b'), bucket('a')] },
      expected: true,
    },
    {
      of: 'two buckets in one',
      inner: { resources: [bucket('a'), bucket('b')] },
      outer: { resources: [bucket('a')] },
      expected: false,
    },
    {
      of: 'all buckets in one',
      inner: { tags: ['sos'] },
      outer: { resources: [bucket('a')] },
      expected: false,
    },
    {
      of: 'a bucket in another domain',
      inner: { resources: [bucket('a')] },
      outer: { resources: [product] },
      expected: false,
    },
  ])('of $of: $expected', ({ inner, outer, expected }) => {
    expect(isSubset(scope(inner), scope(outer))).toBe(expected);
  });
});

describe('expandScope', () => {
  it('turns a bucket into the operations of object storage', () => {
    const names = expandScope(scope({ resources: [bucket('a')] }));
    expect(names).toContain('get-sos-object');
    expect(names).not.toContain('list-instances');
  });
});
