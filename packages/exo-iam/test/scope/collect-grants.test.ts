import { describe, expect, it } from 'vitest';

import { collectGrants } from '../../src/scope/collect-grants.ts';

const resources = ['sos/bucket:abc'];

describe('collectGrants', () => {
  it('takes each operation once, even if several inputs name it', () => {
    const scope = {
      operations: ['list-instances', 'list-instances'],
      tags: ['instance', 'instance'],
    };
    const { grants } = collectGrants(scope);
    const { grants: once } = collectGrants({ tags: ['instance'] });
    expect(grants).toEqual(once);
  });

  it('takes resources alone for what is done inside buckets', () => {
    const { grants } = collectGrants({ resources });
    expect([...grants.keys()]).toEqual(['sos']);
    const names = [...(grants.get('sos')?.operations.keys() ?? [])];
    expect(names).toEqual(expect.arrayContaining(['get-object', 'put-object', 'list-buckets']));
    expect(names).not.toContain('create-bucket');
    expect(names).not.toContain('delete-bucket');
  });

  it('names operations of other classes beside resources', () => {
    const scope = { resources, operations: ['get-object', 'list-zones'] };
    const { grants, notes } = collectGrants(scope);
    expect([...grants.keys()]).toEqual(['sos', 'compute']);
    expect(notes).toEqual([]);
  });

  it.each([
    ['classes that stay open', { tags: ['sos', 'compute', 'iam'] }, 'everything in compute, iam'],
    ['a class that stays open, and no storage', { tags: ['dns'] }, 'everything in dns'],
    ['operations that are about no bucket', { operations: ['list-zones'] }, 'no operation of it'],
  ])('refuses resources beside %s', (_, scope, words) => {
    expect(() => collectGrants({ ...scope, resources })).toThrowError(
      expect.objectContaining({
        code: 'ERR_SCOPE_CONFLICT',
        field: 'resources',
        message: expect.stringContaining(words),
      }),
    );
  });

  it('says what each tag stood for', () => {
    const { tags } = collectGrants({ tags: ['zone', 'dns:read'] });
    expect(Object.keys(tags)).toEqual(['zone', 'dns:read']);
    expect(tags['dns:read']).toContain('list-dns-domains');
  });
});
