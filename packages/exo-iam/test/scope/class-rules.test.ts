import { s3Operations, serviceClasses } from '@x/exo-operations';
import { describe, expect, it } from 'vitest';

import type { IamPolicy } from '../../src/resources/iam-policy.ts';
import { compileScope } from '../../src/scope/compile-scope.ts';
import { keyOfPolicy } from '../support/key-of-policy.ts';

const resources = ['sos/bucket:mine', 'sos/bucket:ours'];
const bucketMaking = ['create-bucket', 'delete-bucket'];
const ofBuckets = s3Operations.filter(({ bucketless }) => !bucketless).map(({ name }) => name);

describe('a class as a whole', () => {
  it.each(serviceClasses)('$name: everything in it, nothing beside it', ({ name }) => {
    const allows = keyOfPolicy(compileScope({ tags: [name], getOperation: 'auto' }).policy);
    for (const { name: serviceClass } of serviceClasses) {
      // An operation that is newer than the catalogue.
      expect(allows('frobnicate', { serviceClass })).toBe(serviceClass === name);
    }
  });

  it('is everything, one by one, for an unrestricted key', () => {
    const { policy, notes } = compileScope({ operations: ['unrestricted'] });
    const allows = keyOfPolicy(policy);
    expect(serviceClasses.every(({ name }) => allows('x', { serviceClass: name }))).toBe(true);
    expect(allows('x', { serviceClass: 'unheard-of' })).toBe(false);
    expect(notes).toHaveLength(1);
  });
});

describe('operations in buckets', () => {
  it.each([
    ['by name', ofBuckets],
    ['of the class', undefined],
  ])('are allowed in the buckets named, %s', (_, operations) => {
    const scope = operations ? { operations } : { tags: ['sos'] };
    const allows = keyOfPolicy(compileScope({ ...scope, resources }).policy);
    for (const name of ofBuckets) {
      const meant = operations !== undefined || !bucketMaking.includes(name);
      expect([name, allows(name, { bucket: 'mine' })]).toEqual([name, meant]);
      expect([name, allows(name, { bucket: 'ours' })]).toEqual([name, meant]);
      expect(allows(name, { bucket: 'theirs' })).toBe(false);
      expect(allows(name, { bucket: 'min' })).toBe(false);
      expect(allows(name)).toBe(false);
    }
    expect(allows('frobnicate', { bucket: 'mine' })).toBe(!operations);
    expect(allows('frobnicate', { bucket: 'theirs' })).toBe(false);
  });

  it('are those of resources alone, without making and removing buckets', () => {
    const allows = keyOfPolicy(compileScope({ resources }).policy);
    expect(allows('put-object', { bucket: 'mine' })).toBe(true);
    expect(allows('put-object', { bucket: 'theirs' })).toBe(false);
    expect(allows('delete-bucket', { bucket: 'mine' })).toBe(false);
    expect(allows('list-buckets')).toBe(true);
    expect(allows('list-sos-buckets-usage')).toBe(true);
    expect(allows('list-zones')).toBe(false);
  });

  it('do not make or remove buckets by a tag, unless that is named', () => {
    const scope = { tags: ['sos'], operations: ['delete-sos-bucket'], resources };
    const { policy, operations, notes } = compileScope(scope);
    const allows = keyOfPolicy(policy);
    expect(allows('delete-bucket', { bucket: 'mine' })).toBe(true);
    expect(allows('delete-bucket', { bucket: 'theirs' })).toBe(false);
    expect(allows('create-bucket', { bucket: 'mine' })).toBe(false);
    expect(operations['sos']).toContain('delete-bucket');
    expect(operations['sos']).not.toContain('create-bucket');
    expect(notes).toContainEqual(expect.stringMatching(/^Left out: create-bucket\./));
  });

  it('make and remove buckets by a tag where no bucket is named', () => {
    const allows = keyOfPolicy(compileScope({ tags: ['sos'] }).policy);
    for (const name of bucketMaking) expect(allows(name, { bucket: 'any' })).toBe(true);
  });

  it('leave those about no bucket in particular as they are named', () => {
    const operations = ['list-buckets', 'list-zones'];
    const allows = keyOfPolicy(compileScope({ operations, resources }).policy);
    expect(allows('list-buckets')).toBe(true);
    expect(allows('list-buckets', { bucket: 'theirs' })).toBe(true);
    expect(allows('list-zones')).toBe(true);
    expect(allows('list-sos-buckets-usage')).toBe(false);
    expect(allows('get-object', { bucket: 'mine' })).toBe(false);
  });
});

describe('a template that allows the storage by rules', () => {
  const template = {
    source: 'role x',
    policy: {
      'default-service-strategy': 'deny',
      services: { sos: { type: 'rules', rules: [{ action: 'allow', expression: 'true' }] } },
    } satisfies IamPolicy,
  };

  it.each([
    ['operations', { operations: ['get-object', 'list-buckets'] }],
    ['the class', { tags: ['sos'] }],
  ])('is narrowed to %s in the buckets named', (_, scope) => {
    const allows = keyOfPolicy(compileScope({ ...scope, resources, template }).policy);
    expect(allows('get-object', { bucket: 'mine' })).toBe(true);
    expect(allows('get-object', { bucket: 'theirs' })).toBe(false);
    expect(allows('get-object')).toBe(false);
    expect(allows('list-buckets')).toBe(true);
    for (const name of bucketMaking) expect(allows(name, { bucket: 'mine' })).toBe(false);
  });

  it('makes and removes buckets where that is named', () => {
    const scope = { tags: ['sos'], operations: ['create-bucket'], resources, template };
    const allows = keyOfPolicy(compileScope(scope).policy);
    expect(allows('create-bucket', { bucket: 'mine' })).toBe(true);
    expect(allows('create-bucket', { bucket: 'theirs' })).toBe(false);
    expect(allows('delete-bucket', { bucket: 'mine' })).toBe(false);
  });

  it('needs no exception where nothing is about no bucket', () => {
    const scope = { operations: ['get-object'], resources, template };
    const allows = keyOfPolicy(compileScope(scope).policy);
    expect(allows('get-object', { bucket: 'mine' })).toBe(true);
    expect(allows('get-object')).toBe(false);
    expect(allows('list-buckets')).toBe(false);
  });
});
