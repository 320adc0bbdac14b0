import { describe, expect, it } from 'vitest';

import { parseCommand } from '../../src/commands/parse-command.ts';

describe('parseCommand', () => {
  it('reads name, properties and data', () => {
    expect(parseCommand('::error file=a.ts,line=3,title=Oh no::It broke')).toEqual({
      name: 'error',
      properties: { file: 'a.ts', line: '3', title: 'Oh no' },
      data: 'It broke',
    });
  });

  it('decodes data, and %25 last', () => {
    expect(parseCommand('::warning::a%0Ab%0Dc%25d %250A %3A')?.data).toBe('a\nb\rc%d %0A %3A');
  });

  it('decodes colons and commas in properties', () => {
    expect(parseCommand('::notice title=a%3Ab%2Cc%25::x')?.properties).toEqual({ title: 'a:b,c%' });
  });

  it('leaves out properties without a value', () => {
    expect(parseCommand('::notice title=,file=x,=y,z::x')?.properties).toEqual({ file: 'x' });
  });

  it('takes names in any case and after spaces', () => {
    expect(parseCommand('  ::Add-Mask::s')).toMatchObject({ name: 'add-mask', data: 's' });
  });

  it('ends the head at the first pair of colons', () => {
    expect(parseCommand('::debug::a::b')?.data).toBe('a::b');
  });

  it('reads the older form anywhere in a line', () => {
    expect(parseCommand('then ##[error title=a%3Bb;line=1]x%5D%0Ay')).toEqual({
      name: 'error',
      properties: { title: 'a;b', line: '1' },
      data: 'x]\ny',
    });
    expect(parseCommand('##[endgroup]')).toMatchObject({ name: 'endgroup', data: '' });
  });

  it.each(['', 'plain', 'a ::error::b', '::error', '::::x', ':error:x', '##[unclosed'])(
    'takes %j as plain output',
    (line) => {
      expect(parseCommand(line)).toBeUndefined();
    },
  );
});
