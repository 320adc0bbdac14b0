import { describe, expect, it } from 'vitest';

import { compileScope } from '../../src/scope/compile-scope.ts';
import type { Scope } from '../../src/scope/scope.ts';

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
    expect(() => compileScope(scope as unknown as Scope)).toThrowError(
      expect.objectContaining({ code: 'ERR_SCOPE_INVALID', field }),
    );
  });
});
