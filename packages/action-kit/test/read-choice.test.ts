import { describe, expect, it } from 'vitest';

import { readBoolean, readChoice } from '../src/read-choice.ts';
import { stepWith } from './support/step-with.ts';

describe('readBoolean', () => {
  it.each(['true', 'True', 'TRUE'])('reads %s', (text) => {
    expect(readBoolean(stepWith({ legacy: text }), 'legacy')).toBe(true);
  });

  it.each(['false', 'False', 'FALSE'])('reads %s', (text) => {
    expect(readBoolean(stepWith({ legacy: text }), 'legacy')).toBe(false);
  });

  it.each(['', 'yes', 'on', '1', 'tRUE', 'true ', 'truefalse'])('refuses %j', (text) => {
    expect(() => readBoolean(stepWith({ legacy: text }), 'legacy')).toThrow(
      expect.objectContaining({ code: 'ERR_INPUT_INVALID', field: 'legacy' }),
    );
  });
});

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
