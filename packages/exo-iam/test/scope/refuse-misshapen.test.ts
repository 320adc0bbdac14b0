import { describe, expect, it } from 'vitest';

import { compileScope } from '../../src/scope/compile-scope.ts';
import type { Scope } from '../../src/scope/scope.ts';

describe('a caller without types', () => {
  it.each([
    ['operations', { operations: 'list-zones' }],
    ['operations', { operations: ['list-zones', 7] }],
    ['tags', { operations: ['list-zones'], tags: 'dns' }],
    ['resources', { resources: { sos: 'bucket' } }],
    ['getOperation', { operations: ['list-zones'], getOperation: 'denied' }],
    ['getOperation', { operations: ['list-zones'], getOperation: ['deny'] }],
    ['resource', { operations: ['list-zones'], resource: ['sos/bucket:one'] }],
    ['resource', { operations: ['list-zones'], resource: undefined }],
    ['constructor', { operations: ['list-zones'], constructor: 'deny' }],
    ['scope', undefined],
    ['scope', null],
    ['scope', 'list-zones'],
  ])('is told what is wrong with its %s: %j', (field, scope) => {
    expect(() => compileScope(scope as unknown as Scope)).toThrowError(
      expect.objectContaining({ code: 'ERR_SCOPE_INVALID', field }),
    );
  });

  it('may leave a member out by the value undefined', () => {
    const left = {
      tags: undefined,
      resources: undefined,
      role: undefined,
      getOperation: undefined,
    };
    const operations = ['list-zones'];
    expect(compileScope({ operations, ...left })).toEqual(compileScope({ operations }));
  });
});
