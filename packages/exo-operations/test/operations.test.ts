import { describe, expect, it } from 'vitest';

import { findOperation, operations, serviceClasses, specificationVersion } from '../src/index.ts';

describe('the catalogue', () => {
  it('has every operation of the specification, once, by name', () => {
    const names = operations.map(({ name }) => name);
    expect(names).toHaveLength(374);
    expect(new Set(names).size).toBe(374);
    expect(names).toEqual(names.toSorted());
    expect(specificationVersion).toBe('2.0.0');
  });

  it('counts what the specification counts', () => {
    const count = (predicate: (operation: (typeof operations)[number]) => boolean): number =>
      operations.filter(predicate).length;
    expect(count(({ asynchronous }) => asynchronous)).toBe(205);
    expect(count(({ method }) => method === 'GET')).toBe(135);
    // Three POSTs are reads by name: logs and metrics of a database, and an estimate.
    expect(count(({ access }) => access === 'read')).toBe(138);
    expect(count(({ serviceClassConfirmed }) => !serviceClassConfirmed)).toBe(29);
  });

  it('has names and classes that are safe inside a policy expression', () => {
    for (const { name, serviceClass } of operations) {
      expect(name).toMatch(/^[a-z0-9-]+$/);
      expect(serviceClass).toMatch(/^[a-z-]+$/);
    }
  });
});

describe('the classes', () => {
  it('are pinned, with those that no source confirms', () => {
    const named = (confirmed: boolean): string[] =>
      serviceClasses.filter((each) => each.confirmed === confirmed).map(({ name }) => name);
    expect(named(true)).toEqual(['compute', 'dbaas', 'dns', 'iam', 'kms', 'organization', 'sos']);
    expect(named(false)).toEqual(['ai', 'audit-trail']);
  });
});

describe('findOperation', () => {
  it('gives what the specification says', () => {
    expect(findOperation('create-instance')).toEqual({
      name: 'create-instance',
      method: 'POST',
      path: '/instance',
      serviceClass: 'compute',
      serviceClassConfirmed: true,
      tags: ['instance', 'compute'],
      asynchronous: true,
      access: 'write',
    });
  });

  it('finds nothing for a name that there is not', () => {
    expect(findOperation('list-everything')).toBeUndefined();
    expect(findOperation('toString')).toBeUndefined();
  });
});
