// What was sent and is declared in an answer has to be in it.
import type { Schema } from './specification.ts';

export interface Comparison {
  readonly sent: unknown;
  readonly shown: unknown;
  /** Of the answer. */
  readonly schema: Schema;
}

/** @returns The paths of the members that are missing or different. */
export function findLost(
  { sent, shown, schema }: Comparison,
  schemas: Readonly<Record<string, Schema>>,
  path = '',
): readonly string[] {
  const name = typeof schema['$ref'] === 'string' && schema['$ref'].split('/').at(-1);
  if (name) return findLost({ sent, shown, schema: schemas[name] ?? {} }, schemas, path);
  const declared = schema['properties'] as Readonly<Record<string, Schema>> | undefined;
  if (declared === undefined || !isObject(sent)) {
    return JSON.stringify(sent) === JSON.stringify(shown) ? [] : [path];
  }
  return Object.entries(sent).flatMap(([member, value]) => {
    const inner = declared[member];
    const other = isObject(shown) ? shown[member] : undefined;
    if (!inner) return [];
    return findLost({ sent: value, shown: other, schema: inner }, schemas, `${path}.${member}`);
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
