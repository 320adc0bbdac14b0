import { describe, expect, it } from 'vitest';

import { createSecretMasks, maskLines } from '../../src/masks/secret-masks.ts';

function masksOf(...values: string[]): ReturnType<typeof createSecretMasks> {
  const masks = createSecretMasks();
  for (const value of values) masks.add(value);
  return masks;
}

describe('createSecretMasks', () => {
  it('hides every occurrence', () => {
    expect(masksOf('secret').mask('a secret, secret.')).toBe('a ***, ***.');
  });

  it.each([
    [['abcd', 'cdef'], 'xabcdefx', 'x***x'],
    [['abcd', 'efgh'], 'xabcdefghx', 'x***x'],
    [['aba'], 'xababax', 'x***x'],
    [['secret', 'secretive'], 'secretive', '***'],
  ])('makes one of values %j that touch in %j', (values, text, masked) => {
    expect(masksOf(...values).mask(text)).toBe(masked);
  });

  it('hides each line of a value, trimmed', () => {
    const masks = masksOf('first line\r\n  second line  ');
    expect(masks.mask('a first line')).toBe('a ***');
    expect(masks.mask('(second line)')).toBe('(***)');
  });

  it('says when there is nothing to hide', () => {
    const masks = createSecretMasks();
    expect(masks.add(' \n ')).toBe(false);
    expect(masks.add('x')).toBe(true);
    expect(masks.mask('a b')).toBe('a b');
  });

  it('masks texts line by line', () => {
    expect(maskLines(masksOf('one'), 'one\ntwo\none')).toBe('***\ntwo\n***');
  });
});
