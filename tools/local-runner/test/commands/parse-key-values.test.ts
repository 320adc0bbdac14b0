import { describe, expect, it } from 'vitest';

import { parseKeyValues } from '../../src/commands/parse-key-values.ts';

describe('parseKeyValues', () => {
  it.each([
    [
      'a=1\nb=2\n',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    [
      'a=\n\nb=x=y',
      [
        ['a', ''],
        ['b', 'x=y'],
      ],
    ],
    ['a=x<<y\n', [['a', 'x<<y']]],
    [
      'a<<END\none\ntwo\nEND\nb=1\n',
      [
        ['a', 'one\ntwo'],
        ['b', '1'],
      ],
    ],
    ['a<<END\nEND\n', [['a', '']]],
    ['a<<END\n\nEND', [['a', '']]],
    ['a<<x=y\n1\nx=y\n', [['a', '1']]],
    ['a=1\r\n', [['a', '1\r']]],
    ['', []],
  ])('reads %j', (text, pairs) => {
    expect([...parseKeyValues(text)]).toEqual(pairs);
  });

  it.each(['nonsense', '=value', '<<END\nEND', 'a<<\n', 'a<<END\nvalue\n'])(
    'refuses %j',
    (text) => {
      expect(() => [...parseKeyValues(text)]).toThrow(SyntaxError);
    },
  );

  it('yields what stands before a malformed line, and does not quote the line', () => {
    const pairs = parseKeyValues('a=1\nsecret\n');
    expect(pairs.next().value).toEqual(['a', '1']);
    expect(() => pairs.next()).toThrow(/^(?!.*secret).*line 2/);
  });
});
