import { describe, expect, it } from 'vitest';

import { compileScope, sweep } from '../../src/index.ts';
import { createOrganization } from '../support/organization.ts';

// What a program without types can hand in.
const loose = { compileScope, sweep } as unknown as Record<
  'compileScope' | 'sweep',
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

  it('gets a code from sweep without options', async () => {
    const { client, simulator } = createOrganization();
    await expect(loose.sweep(client)).rejects.toMatchObject({ code: 'ERR_NAME_INVALID' });
    expect(simulator.requests).toEqual([]);
  });
});
