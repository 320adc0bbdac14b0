import { describe, expect, it } from 'vitest';

import { code, plainLines } from '../src/plain-lines.ts';

describe('plainLines', () => {
  it.each(['\n', '\r\n', '\r', '\u2028', '\u0085', '\u001b[2J'])('keeps %j in its line', (end) => {
    expect(plainLines([`a${end}::error::b`, 'c']).split(/[\r\n\u0085\u2028]/)).toHaveLength(2);
  });

  it('leaves the older form of a command without effect', () => {
    expect(plainLines(['a ##[error]b'])).not.toContain('##[');
  });
});

describe('code', () => {
  it('ends neither the code nor the cell before its time', () => {
    expect(code('a`|\nb')).toMatch(/^`[^`|\n]+`$/);
  });
});
