import { describe, expect, it } from 'vitest';

import { findOperation, fromLegacySosName, s3Operations, serviceClasses } from '../src/index.ts';

describe('s3Operations', () => {
  it('has each name once, none of them an operation of the API', () => {
    const names = s3Operations.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(names.toSorted());
    expect(names.filter((name) => findOperation(name))).toEqual([]);
  });

  it('tells which are about no bucket', () => {
    const bucketless = s3Operations.filter((operation) => operation.bucketless);
    expect(bucketless.map(({ name }) => name)).toEqual(['list-buckets']);
  });

  it('tells which were never seen in a policy', () => {
    expect(s3Operations.find(({ name }) => name === 'get-object')?.confirmed).toBe(true);
    expect(s3Operations.find(({ name }) => name === 'get-object-acl')?.confirmed).toBe(false);
  });
});

describe('fromLegacySosName', () => {
  it.each([
    ['get-sos-object', 'get-object'],
    ['put-sos-object', 'put-object'],
    ['list-sos-buckets', 'list-buckets'],
    ['list-sos-bucket', 'list-objects'],
    ['list-sos-bucket-versions', 'list-object-versions'],
    ['get-sos-bucket-object-lock-configuration', 'get-object-lock-configuration'],
    ['abort-sos-multipart-upload', 'abort-multipart-upload'],
  ])('%s is %s today', (legacy, today) => {
    expect(fromLegacySosName(legacy)).toBe(today);
  });

  it.each([
    'get-object',
    'list-sos-buckets-usage',
    'get-sos-presigned-url',
    'by-pass-sos-governance-retention',
    'list-zones',
    'toString',
  ])('knows no other name for %s', (name) => {
    expect(fromLegacySosName(name)).toBeUndefined();
  });
});

describe('serviceClasses', () => {
  it('has the classes that are known, and says which are derived', () => {
    const names = (confirmed: boolean): string[] =>
      serviceClasses.filter((each) => each.confirmed === confirmed).map(({ name }) => name);
    expect(names(true)).toEqual(['compute', 'dbaas', 'dns', 'iam', 'kms', 'organization', 'sos']);
    expect(names(false)).toEqual(['ai', 'audit-trail']);
  });
});
