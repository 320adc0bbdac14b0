import { describe, expect, it } from 'vitest';

import { isAccepted, quote, readRefusal } from '../src/answer.ts';

describe('readRefusal', () => {
  it.each([
    ['{"message":"Not\\nnow"}', 'Not now'],
    ['{"title":"T","detail":"D"}', 'D'],
    ['{"code":1}', '{"code":1}'],
    ['<html>a | b</html>', '<html>a b</html>'],
    ['', 'nothing'],
    ['x'.repeat(300), 'x'.repeat(200)],
  ])('reads %j', (body, text) => {
    expect(readRefusal(body)).toBe(text);
  });
});

describe('isAccepted', () => {
  it('is not content with an operation that failed later', () => {
    expect(isAccepted({ status: 200, text: 'it failed' })).toBe(false);
  });
});

describe('quote', () => {
  it.each([
    [{ status: 200, text: '' }, '200'],
    [{ status: 403, text: 'No' }, '403 “No”'],
  ])('writes %j', (answer, text) => {
    expect(quote(answer)).toBe(text);
  });
});
