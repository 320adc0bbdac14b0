import { expect, it } from 'vitest';

import { smallestValue } from '../../../parts/specification/smallest-value.ts';

const schemas = {
  size: { type: 'integer', minimum: 10, exclusiveMinimum: true },
  name: { type: 'string', maxLength: 3 },
};

it.each([
  [{ $ref: '#/components/schemas/size' }, 11],
  [{ type: 'number' }, 0],
  [{ type: 'boolean' }, false],
  [{ enum: ['b', 'a'] }, 'b'],
  [{ type: 'string', format: 'date-time' }, '2026-01-01T00:00:00Z'],
  [{ type: 'string', maxLength: 3 }, 'a/b'],
  [{ type: 'string', pattern: '^[0-9]+d$' }, '1d'],
  [{ type: 'array', items: { type: 'boolean' } }, []],
  [{ type: 'array', items: { type: 'boolean' }, minItems: 2 }, [false, false]],
  [{ type: 'object' }, {}],
  [
    {
      type: 'object',
      required: ['name', 'id'],
      properties: {
        id: { type: 'string', readOnly: true },
        name: { $ref: '#/components/schemas/name' },
        size: { $ref: '#/components/schemas/size' },
        other: { type: 'boolean' },
      },
      minProperties: 2,
    },
    { name: 'a/b', id: 'simulated' },
  ],
])('of %j is %j', (schema, expected) => {
  expect(smallestValue(schema, schemas)).toEqual(expected);
});

it.each([
  [{ type: 'array', items: { type: 'boolean' } }, [false]],
  [{ type: 'object', additionalProperties: { type: 'integer' } }, { simulated: 0 }],
  [
    {
      type: 'object',
      required: ['name'],
      properties: {
        id: { type: 'string', readOnly: true },
        name: { $ref: '#/components/schemas/name' },
        inner: { type: 'object', properties: { on: { type: 'boolean' } } },
      },
    },
    { name: 'a/b', inner: { on: false } },
  ],
])('of %j with every member is %j', (schema, expected) => {
  expect(smallestValue(schema, schemas, 'all')).toEqual(expected);
});

it('says so where no text fits', () => {
  expect(() => smallestValue({ type: 'string', pattern: '^!$' }, {})).toThrow('^!$');
});
