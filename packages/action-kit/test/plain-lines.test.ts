import { describe, expect, it } from 'vitest';

import { code, plain, plainLines, prose } from '../src/plain-lines.ts';

describe('plainLines', () => {
  it.each(['\n', '\r\n', '\r', '\u2028', '\u0085', '\u001b[2J'])('keeps %j in its line', (end) => {
    expect(plainLines([`a${end}::error::b`, 'c']).split(/[\r\n\u0085\u2028]/)).toHaveLength(2);
  });

  it('leaves the older form of a command without effect', () => {
    expect(plainLines(['a ##[error]b'])).not.toContain('##[');
  });
});

describe('plain', () => {
  it.each(['::add-mask::x', '  ::add-mask::x', '\u00a0\t::add-mask::x', '\n::add-mask::x'])(
    'lets no line begin as a command: %j',
    (text) => {
      expect(plain(text)).not.toMatch(/^\s*::/);
    },
  );

  it('leaves colons elsewhere as they are', () => {
    expect(plain('a ::b::')).toBe('a ::b::');
  });
});

describe('code', () => {
  it('ends neither the code nor the cell before its time', () => {
    expect(code('a`|\nb')).toMatch(/^`[^`|\n]+`$/);
  });
});

describe('prose', () => {
  it.each([
    ['![a](https://b.example)', String.raw`!\[a\](https\://b.example)`],
    ['www.b.example', String.raw`www\.b.example`],
    ['<h1>a</h1> &lt;', '&lt;h1>a&lt;/h1> &amp;lt;'],
    ['**a** _b_ ~~c~~ $d$ `e`', String.raw`\*\*a\*\* \_b\_ \~\~c\~\~ \$d\$ \`e\``],
    ['a | b \\| c', String.raw`a \| b \\\| c`],
    ['a\n# b', 'a # b'],
  ])('leaves no markup in %j', (text, expected) => {
    expect(prose(text)).toBe(expected);
  });

  it('leaves a sentence as it is', () => {
    const sentence = "It may not be: 1 of 2, 'iam' (class), create-api-key!";
    expect(prose(sentence)).toBe(sentence);
  });
});
