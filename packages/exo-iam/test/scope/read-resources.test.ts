import { describe, expect, it } from 'vitest';

import { readResources } from '../../src/scope/read-resources.ts';

describe('readResources', () => {
  it('gives the names of the buckets', () => {
    const names = ['abc', 'a.b-c_d', 'Old-Bucket', '123', 'a'.repeat(63), 'constructor'];
    expect(readResources(names.map((name) => `sos/bucket:${name}`))).toEqual(names);
  });

  it.each([
    '',
    'bucket',
    'sos/bucket',
    'sos/bucket:',
    'sos/bucket:ab',
    `sos/bucket:${'a'.repeat(64)}`,
    'sos/bucket:*',
    'sos/bucket:a*c',
    'sos/bucket:.abc',
    'sos/bucket:abc-',
    'sos/bucket:abc/key',
    'sos/bucket:abc:def',
    'sos/bucket:abc\n',
    'sos/bucket:\nabc',
    'sos/bucket:bücket',
    'sos/bucket:a"bc',
    "sos/bucket:x'] || true || parameters.bucket in ['x",
    'sos/bucket:abc\\',
    ' sos/bucket:abc',
    'SOS/bucket:abc',
    'sos/object:abc',
    'sos/product:abc',
    'partner/product:abc',
    '__proto__/bucket:abc',
  ])('refuses %j', (resource) => {
    expect(() => readResources(['sos/bucket:abc', resource])).toThrowError(
      expect.objectContaining({ code: 'ERR_RESOURCE_INVALID', field: 'resources' }),
    );
  });
});
