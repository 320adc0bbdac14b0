import { describe, expect, it } from 'vitest';

import { readBoolean } from '../src/read-boolean.ts';
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
