import { describe, expect, it } from 'vitest';

import { encodeSecret } from '../../src/masks/encode-secret.ts';

describe('encodeSecret', () => {
  it('gives the value and its base64 at three offsets', () => {
    const forms = encodeSecret('secret-value');
    expect(forms).toEqual([
      'secret-value',
      btoa('secret-value'),
      btoa('ecret-value'),
      btoa('cret-value'),
    ]);
  });

  it.each([0, 1, 2, 3])('finds it at the end of base64 with %i bytes before it', (count) => {
    const text = btoa(`${'u'.repeat(count)}secret-value`);
    expect(encodeSecret('secret-value').some((form) => text.includes(form))).toBe(true);
  });

  it.each([
    ['a"b', 'a\\"b'],
    ["it's", "it''s"],
    ['tab\there', 'tab\\there'],
    ['a b(c)!', 'a%20b%28c%29%21'],
    [`<a href="b">'&`, '&lt;a href=&quot;b&quot;&gt;&apos;&amp;'],
    ['"quoted value"', 'quoted value'],
    ['before&after-it', 'after-it'],
    ['before&after', 'before'],
    ['before&+after-it', 'after-it'],
  ])('gives for %j the form %j', (value, form) => {
    expect(encodeSecret(value)).toContain(form);
  });

  it('gives no forms so short that they would hide everything', () => {
    expect(encodeSecret('a&b')).not.toContain('a');
    expect(encodeSecret('"short"')).not.toContain('short');
  });

  it('copes with a single character and with half a surrogate pair', () => {
    expect(encodeSecret('x')).toEqual(['x', btoa('x')]);
    expect(encodeSecret('\uD800-half')).toContain('%EF%BF%BD-half');
  });
});
