import { expect, it } from 'vitest';

import { parseJsonBody } from '../../src/http/parse-json-body.ts';

it('reads an object, and no body as an empty one', () => {
  expect(parseJsonBody(Buffer.from('{"a":"ä"}'))).toEqual({ a: 'ä' });
  expect(parseJsonBody(new Uint8Array())).toEqual({});
});

it.each(['{', '[]', '"text"', 'null', '1', ' '])('reads nothing from %s', (text) => {
  expect(parseJsonBody(Buffer.from(text))).toBeUndefined();
});

it('reads nothing from what is no UTF-8', () => {
  expect(parseJsonBody(Buffer.from([0x22, 0xff, 0x22]))).toBeUndefined();
});
