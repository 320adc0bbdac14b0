import { describe, expect, it } from 'vitest';

import { parseEntries } from '../src/command-files.ts';

describe('parseEntries', () => {
  it.each([
    ['nothing', '', {}],
    ['a line', 'a=1\n', { a: '1' }],
    ['a value with an equals sign', 'a=b=c\n', { a: 'b=c' }],
    ['a heredoc', 'a<<END\n1\n\n2\nEND\nb=3\n', { a: '1\n\n2', b: '3' }],
    ['an empty heredoc', 'a<<END\nEND\n', { a: '' }],
    ['a value that looks like a heredoc', 'a=<<END\n', { a: '<<END' }],
    ['a name given twice', 'a=1\na=2\n', { a: '2' }],
  ])('reads %s', (_, text, entries) => {
    expect(parseEntries(text)).toEqual(entries);
  });

  it.each([
    ['a heredoc without its end', 'a<<END\n1\n', 'does not end'],
    ['a line without a name', 'nothing of the kind\n', 'NAME=VALUE'],
  ])('refuses %s', (_, text, message) => {
    expect(() => parseEntries(text)).toThrow(message);
  });
});
