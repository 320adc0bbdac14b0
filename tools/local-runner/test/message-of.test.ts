import { expect, it } from 'vitest';

import { messageOf } from '../src/message-of.ts';

it.each([
  [new Error('wrong'), 'wrong'],
  ['thrown text', 'thrown text'],
  [undefined, 'undefined'],
])('says of %o: %s', (thrown, message) => {
  expect(messageOf(thrown)).toBe(message);
});
