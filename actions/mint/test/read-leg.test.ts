import { describe, expect, it } from 'vitest';

import { readLeg } from '../src/read-leg.ts';

describe('readLeg', () => {
  it.each([
    ['no matrix', 'null', ''],
    ['nothing at all', '', ''],
    ['invalid JSON', '{', ''],
    ['a string', '"ubuntu"', ''],
    [
      'text, numbers and booleans',
      '{"os":"ubuntu-24.04","node":24,"beta":false}',
      'ubuntu-24.04, 24, false',
    ],
    ['values that are not strings', '{"os":"linux","include":{"a":1},"none":null}', 'linux'],
  ])('reads %s', (_, json, leg) => {
    expect(readLeg(json)).toBe(leg);
  });

  it('keeps what would be markup or commands out of the summary', () => {
    const json = JSON.stringify({ ref: 'a\n::error::b <img src=x> `c` | [d](e)' });
    expect(readLeg(json)).toMatch(/^[\w .:/@+-]+$/);
  });

  it('cuts what nobody would read', () => {
    expect(readLeg(JSON.stringify({ a: 'x'.repeat(500) }))).toHaveLength(100);
  });
});
