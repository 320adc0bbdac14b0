import { describe, expect, it } from 'vitest';

import { readChoice } from '../src/read-choice.ts';

const choice = { name: 'method', words: ['role', 'scoped-role'] } as const;

describe('readChoice', () => {
  it('gives the word', () => {
    expect(readChoice('scoped-role', choice)).toBe('scoped-role');
  });

  it.each(['', 'Role', 'rol', 'toString'])('refuses %j', (text) => {
    expect(() => readChoice(text, choice)).toThrow(
      expect.objectContaining({ code: 'ERR_INPUT_INVALID', field: 'method' }),
    );
  });
});
