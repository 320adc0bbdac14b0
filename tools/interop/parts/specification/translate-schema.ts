// From the schemas of OpenAPI 3.0 to JSON Schema, which a validator understands. Stricter in one
// thing: a member that is not declared is refused, so that a misspelt one does not pass.
import type { Schema } from './specification.ts';

/**
 * Members that are read-only are not sent. Those that are write-only are answered all the same: the
 * only one is `rules` of a security group, and clients find its rules there.
 */
export type Direction = 'request' | 'answer';

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function translateSchema(schema: Schema, direction: Direction): Schema {
  const translated = translate(schema, direction);
  return schema['nullable'] === true ? allowNull(translated) : translated;
}

/** Where the translation of a named schema is to be found. */
function referenceTo(name: string, direction: Direction): Schema {
  return { $ref: `${direction}#/schemas/${name}` };
}

function translate(schema: Schema, direction: Direction): Schema {
  if (typeof schema['$ref'] === 'string') {
    // Whatever else stands beside a reference is ignored in OpenAPI 3.0, `nullable` excepted, which
    // is clearly meant.
    return referenceTo(schema['$ref'].replace('#/components/schemas/', ''), direction);
  }
  const { nullable: _, exclusiveMinimum, exclusiveMaximum, ...rest } = schema;
  return {
    ...rest,
    ...translateBounds(schema, { exclusiveMinimum, exclusiveMaximum }),
    ...translateMembers(schema, direction),
    ...(isSchema(schema['items']) && { items: translateSchema(schema['items'], direction) }),
    ...(isSchema(schema['additionalProperties']) && {
      additionalProperties: translateSchema(schema['additionalProperties'], direction),
    }),
  };
}

// In OpenAPI 3.0 they say of `minimum` and `maximum` that they are exclusive.
function translateBounds(
  { minimum, maximum }: Schema,
  { exclusiveMinimum, exclusiveMaximum }: Schema,
): Schema {
  return {
    ...(exclusiveMinimum === true && { exclusiveMinimum: minimum }),
    ...(exclusiveMaximum === true && { exclusiveMaximum: maximum }),
  };
}

function translateMembers(schema: Schema, direction: Direction): Schema {
  if (!isSchema(schema['properties'])) return {};
  const own = Object.entries(schema['properties']).filter(
    ([, member]) => direction === 'answer' || !isSchema(member) || member['readOnly'] !== true,
  );
  const names = own.map(([name]) => name);
  const required = (schema['required'] ?? []) as readonly string[];
  return {
    properties: Object.fromEntries(
      own.map(([name, member]) => [name, translateSchema(member as Schema, direction)]),
    ),
    required: required.filter((name) => names.includes(name)),
    additionalProperties: schema['additionalProperties'] ?? false,
  };
}

function allowNull(schema: Schema): Schema {
  if (typeof schema['type'] !== 'string') return { anyOf: [schema, { type: 'null' }] };
  const values = schema['enum'] as readonly unknown[] | undefined;
  return {
    ...schema,
    type: [schema['type'], 'null'],
    ...(values && { enum: [...values, null] }),
  };
}
