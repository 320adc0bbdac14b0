// The least that a schema accepts, or that with every member, for requests that nobody wrote an
// example for.
import type { Schema } from './specification.ts';

// Tried in order against lengths and patterns; the last ones are for the patterns of the
// specification that ask for something particular.
const texts = [
  'simulated',
  'a0000000-0000-4000-8000-000000000000',
  'user@example.org',
  'GA-1',
  'Etc/UTC',
  'a/b',
  '1d',
  'A',
];

const formats: Readonly<Record<string, string>> = {
  uuid: 'a0000000-0000-4000-8000-000000000000',
  'date-time': '2026-01-01T00:00:00Z',
  ipv4: '192.0.2.1',
  byte: 'AAAA',
  'uri-reference': '/simulated',
};

type Schemas = Readonly<Record<string, Schema>>;

/**
 * @param members Of objects; where all are wanted, lists are not empty either.
 * @throws {Error} for a pattern that none of the texts fits.
 */
export function smallestValue(
  schema: Schema,
  schemas: Schemas,
  members: 'required' | 'all' = 'required',
): unknown {
  const target = typeof schema['$ref'] === 'string' && schema['$ref'].split('/').at(-1);
  if (target) return smallestValue(schemas[target] ?? {}, schemas, members);
  const [first] = (schema['enum'] ?? []) as readonly unknown[];
  if (first !== undefined) return first;
  switch (schema['type']) {
    case 'object':
      return members === 'all' ? wholeObject(schema, schemas) : smallestObject(schema, schemas);
    case 'array':
      return Array.from({ length: Number(schema['minItems'] ?? (members === 'all' ? 1 : 0)) }, () =>
        smallestValue(schema['items'] as Schema, schemas, members),
      );
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return Number(schema['minimum'] ?? 0) + (schema['exclusiveMinimum'] === true ? 1 : 0);
    default:
      return smallestText(schema);
  }
}

function wholeObject(schema: Schema, schemas: Schemas): unknown {
  const { properties = {}, additionalProperties } = schema;
  const own = Object.entries(properties as Schemas).filter(
    ([, member]) => member['readOnly'] !== true,
  );
  const others =
    typeof additionalProperties === 'object' ? [['simulated', additionalProperties]] : [];
  return Object.fromEntries(
    [...own, ...(others as [string, Schema][])].map(([name, member]) => [
      name,
      smallestValue(member, schemas, 'all'),
    ]),
  );
}

function smallestObject(schema: Schema, schemas: Schemas): unknown {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>;
  const required = (schema['required'] ?? []) as readonly string[];
  const wanted = required.filter((name) => properties[name]?.['readOnly'] !== true);
  const atLeast = Number(schema['minProperties'] ?? 0);
  const more = Object.keys(properties).filter((name) => !wanted.includes(name));
  const names = [...wanted, ...more.slice(0, Math.max(0, atLeast - wanted.length))];
  return Object.fromEntries(
    names.map((name) => [name, smallestValue(properties[name] ?? {}, schemas)]),
  );
}

function smallestText(schema: Schema): string {
  const format = formats[String(schema['format'])];
  if (format !== undefined) return format;
  const { minLength = 0, maxLength = Infinity, pattern = '' } = schema;
  const expression = new RegExp(String(pattern));
  const found = texts.find(
    (text) =>
      text.length >= Number(minLength) && text.length <= Number(maxLength) && expression.test(text),
  );
  if (found === undefined) throw new Error(`no text is known for ${JSON.stringify(schema)}`);
  return found;
}
