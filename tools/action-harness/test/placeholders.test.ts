import { describe, expect, it } from 'vitest';

import { placeholders } from '../src/placeholders.ts';

const known = [{ word: 'minted key', values: ['EXO1', 'EXO2'] }];

describe('placeholders', () => {
  it.each([
    [
      'known values, numbered from the second',
      'EXO1 EXO2 EXO1',
      '<minted key> <minted key 2> <minted key>',
    ],
    [
      'names of leases',
      'p.1790000000.0a1b2c3d.gj.996e1f71.0.22c740a9.7.1.5.4.octo.site',
      'p.<deadline>.<random>.gj.996e1f71.0.22c740a9.7.1.5.4.octo.site',
    ],
    ['ids', 'of 01234567-89ab-4cde-8f01-23456789abcd', 'of <uuid>'],
    ['times', 'until 2026-11-21T20:00:00.000Z, or 2026-11-21T20:00:00Z', 'until <time>, or <time>'],
    [
      'UNIX seconds, after an escaped line break too',
      String.raw`\n1790000000"`,
      String.raw`\n<deadline>"`,
    ],
    ['ports', 'http://127.0.0.1:45678/v2', 'http://127.0.0.1:<port>/v2'],
    ['durations', '200 in 12 ms, revoked after 3 s', '200 in <n> ms, revoked after <n> s'],
    ['digests', '"6eZNo2Xhmk+8McUP/xWK7sY9ZpUCLLsB2xF0HRKvXaA="', '"<digest>"'],
    ['stacks', 'no.%0A    at a (b.js:1:2)%0A    at c', 'no.%0A    at <stack>'],
  ])('replaces %s', (_, text, expected) => {
    expect(placeholders(text, known)).toBe(expected);
  });

  it('replaces a value in every form it may be written in', () => {
    const text = 'a%b a%25b YSVi';
    expect(placeholders(text, [{ word: 's', values: ['a%b'] }])).toBe('<s> <s> <s>');
  });
});
