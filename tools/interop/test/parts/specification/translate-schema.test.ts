import { describe, expect, it } from 'vitest';

import { translateSchema } from '../../../parts/specification/translate-schema.ts';

describe('translateSchema', () => {
  it('refuses members that are not declared, unless the schema says what they are', () => {
    const closed = translateSchema({ type: 'object', properties: { a: {} } }, 'answer');
    expect(closed).toMatchObject({ additionalProperties: false });
    const open = { type: 'object', properties: {}, additionalProperties: { type: 'string' } };
    expect(translateSchema(open, 'answer')).toEqual({ ...open, required: [] });
    expect(translateSchema({ type: 'object' }, 'answer')).toEqual({ type: 'object' });
  });

  it.each([
    ['request', ['sent']],
    ['answer', ['sent', 'answered']],
  ] as const)('has in a %s what may be there', (direction, names) => {
    const schema = {
      type: 'object',
      required: ['sent', 'answered'],
      properties: { sent: { writeOnly: true }, answered: { readOnly: true } },
    };
    const { properties, required } = translateSchema(schema, direction);
    expect(Object.keys(properties as object)).toEqual(names);
    expect(required).toEqual(names);
  });

  it('turns bounds that are said to be exclusive into exclusive ones', () => {
    const schema = { minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false };
    expect(translateSchema(schema, 'answer')).toEqual({
      minimum: 0,
      maximum: 9,
      exclusiveMinimum: 0,
    });
    expect(translateSchema({ maximum: 9, exclusiveMaximum: true }, 'answer')).toMatchObject({
      exclusiveMaximum: 9,
    });
  });

  it('allows null where it is allowed', () => {
    const text = { type: 'string', enum: ['a'], nullable: true };
    expect(translateSchema(text, 'answer')).toEqual({
      type: ['string', 'null'],
      enum: ['a', null],
    });
    const reference = { $ref: '#/components/schemas/labels', nullable: true };
    expect(translateSchema(reference, 'request')).toEqual({
      anyOf: [{ $ref: 'request#/schemas/labels' }, { type: 'null' }],
    });
  });

  it('translates what lists and maps hold', () => {
    const inner = { type: 'integer', nullable: true };
    const translated = { type: ['integer', 'null'] };
    expect(translateSchema({ type: 'array', items: inner }, 'answer')).toMatchObject({
      items: translated,
    });
    const map = { type: 'object', additionalProperties: inner };
    expect(translateSchema(map, 'answer')).toMatchObject({ additionalProperties: translated });
  });
});
