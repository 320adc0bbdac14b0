import { expect, it } from 'vitest';

import { findLost } from '../../../parts/specification/find-lost.ts';

const schemas = {
  item: {
    type: 'object',
    properties: {
      name: { type: 'string' },
      labels: { type: 'object', additionalProperties: { type: 'string' } },
      audit: { type: 'object', properties: { endpoint: { type: 'string' } } },
    },
  },
};
const schema = { $ref: '#/components/schemas/item' };
const sent = { name: 'a', labels: { b: 'c' }, audit: { endpoint: 'd', token: 'e' }, secret: 'f' };

it.each([
  [{ name: 'a', labels: { b: 'c' }, audit: { endpoint: 'd' }, id: 'g' }, []],
  [{ name: 'x', labels: { b: 'c' }, audit: { endpoint: 'd' } }, ['.name']],
  [{ name: 'a', labels: {}, audit: {} }, ['.labels', '.audit.endpoint']],
  [undefined, ['.name', '.labels', '.audit.endpoint']],
])('in %j is %j', (shown, lost) => {
  expect(findLost({ sent, shown, schema }, schemas)).toEqual(lost);
});
