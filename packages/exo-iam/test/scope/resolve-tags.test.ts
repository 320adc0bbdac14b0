import { operations, s3Operations, serviceClasses } from '@x/exo-operations';
import { describe, expect, it } from 'vitest';

import { resolveTags } from '../../src/scope/resolve-tags.ts';

function namesOf(...tags: readonly string[]): string[][] {
  return resolveTags(tags).map((each) => each.operations.map(({ name }) => name).sort());
}

describe('resolveTags', () => {
  it.each(serviceClasses)('$name stands for its class as a whole', ({ name }) => {
    const expected = [
      ...operations.filter(({ serviceClass }) => serviceClass === name),
      ...(name === 'sos' ? s3Operations : []),
    ].map((operation) => operation.name);
    expect(resolveTags([name])).toMatchObject([{ tag: name, wholeClass: name }]);
    expect(new Set(namesOf(name)[0])).toEqual(new Set(expected));
  });

  it('takes a tag of the specification for its operations, not for its class', () => {
    const [tag] = resolveTags(['instance']);
    expect(tag?.wholeClass).toBeUndefined();
    expect(tag?.operations.length).toBeGreaterThan(5);
    expect(tag?.operations.every(({ tags }) => tags.includes('instance'))).toBe(true);
  });

  it('takes read for whatever is called get- or list-', () => {
    const [names = []] = namesOf('read');
    expect(names).toContain('list-zones');
    expect(names).toContain('get-object');
    expect(names.filter((name) => !/^(?:get|list)-/.test(name))).toEqual([]);
  });

  it('takes what is joined with colons for what all have, in any order', () => {
    const [forth = [], back] = namesOf('compute:read', 'read:compute');
    expect(forth).toEqual(back);
    expect(forth).toContain('list-instances');
    expect(forth).not.toContain('list-dns-domains');
    expect(forth).not.toContain('create-instance');
    const [whole] = resolveTags(['compute:compute']);
    expect(whole?.wholeClass).toBeUndefined();
  });

  it.each([
    '',
    ':',
    'compute:',
    ':read',
    'compute:dns',
    'compute:read:dns',
    'Compute',
    'write',
    'compute ',
    'unrestricted',
    '__proto__',
    'constructor',
    'toString',
    "compute' || true",
    'сompute', // a Cyrillic letter
  ])('refuses %j', (tag) => {
    expect(() => resolveTags(['dns', tag])).toThrowError(
      expect.objectContaining({ code: 'ERR_TAG_UNKNOWN', field: 'tags' }),
    );
  });

  it('names what is near', () => {
    expect(() => resolveTags(['comptue'])).toThrowError(/did you mean compute/);
  });
});
