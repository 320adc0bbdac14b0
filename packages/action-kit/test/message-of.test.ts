import { expect, it } from 'vitest';

import { messageOf } from '../src/message-of.ts';

it.each([
  [new TypeError('no'), 'no'],
  ['thrown as text', 'thrown as text'],
  [undefined, 'undefined'],
])('says what %s says', (thrown, message) => {
  expect(messageOf(thrown)).toBe(message);
});
