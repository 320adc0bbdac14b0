import { describe, expect, it } from 'vitest';

import { resolveOperations } from '../../src/scope/resolve-operations.ts';
import { resolveTags } from '../../src/scope/resolve-tags.ts';
import { visible } from '../../src/scope/visible.ts';

describe('visible', () => {
  it.each([
    ['list-zones', '"list-zones"'],
    ['list\u2011zones', String.raw`"list\u2011zones"`],
    ['list-zones\u200b', String.raw`"list-zones\u200b"`],
    ['a "b"\n', String.raw`"a \"b\"\n"`],
    ['😀', String.raw`"\ud83d\ude00"`],
  ])('shows %j as %s', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });
});

describe('a message about a name', () => {
  it.each([
    'list-zones list-instances',
    'list-zones;list-instances',
    String.raw`list-zones\nlist-instances`,
  ])('says how to separate: %s', (name) => {
    expect(() => resolveOperations([name])).toThrow(/Separate them by commas/);
  });

  it('escapes what cannot be seen', () => {
    expect(() => resolveOperations(['list-zones\u200b'])).toThrow(String.raw`list-zones\u200b`);
    expect(() => resolveTags(['compute\u200b'])).toThrow(String.raw`compute\u200b`);
  });

  it('names a near tag once', () => {
    expect(() => resolveTags(['computee'])).toThrow(/did you mean compute\?/);
  });
});
