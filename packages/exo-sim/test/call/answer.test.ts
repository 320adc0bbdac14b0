import { expect, it } from 'vitest';

import { serializeAnswer } from '../../src/call/answer.ts';

const date = 'Thu, 01 Jan 1970 00:00:01 GMT';

it('writes a value as JSON', () => {
  expect(serializeAnswer({ status: 200, body: { a: 1 } }, 1000)).toEqual({
    headers: { date, 'content-type': 'application/json; charset=utf-8' },
    body: '{"a":1}',
  });
});

it('writes a string as it is', () => {
  expect(serializeAnswer({ status: 502, body: 'Bad Gateway' }, 1000)).toEqual({
    headers: { date, 'content-type': 'text/plain; charset=utf-8' },
    body: 'Bad Gateway',
  });
});

it('writes no body where there is none, and lets headers be chosen', () => {
  const headers = { date: 'never', 'retry-after': '1' };
  expect(serializeAnswer({ status: 204, headers }, 1000)).toEqual({ headers, body: null });
});
