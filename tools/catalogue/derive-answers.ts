// Reduces each answer of an OpenAPI specification to the least that is valid: the members it has to
// have, and those that say what it is about. Facts for the simulator's generic answers.

/** What is read of a schema, and no more. */
export interface AnswerSchema {
  readonly $ref?: string;
  /** A list where null is possible too. */
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly minProperties?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly nullable?: boolean;
  readonly readOnly?: boolean;
  readonly items?: AnswerSchema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, AnswerSchema>>;
}

export interface AnswerSpecification {
  readonly components: { readonly schemas: Readonly<Record<string, AnswerSchema>> };
  readonly paths: Readonly<
    Record<string, Readonly<Partial<Record<HttpMethod, AnsweringOperation>>>>
  >;
}

type HttpMethod = 'delete' | 'get' | 'patch' | 'post' | 'put';

export interface AnsweringOperation {
  readonly operationId: string;
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: AnswerSchema }>>;
}

/** Name of the operation and the answer; `$id`, `$now` and `$text` stand for what they say. */
export type AnswerRow = readonly [string, unknown];

/**
 * One row per operation that answers neither an operation nor what its name says; sorted by name.
 *
 * @param except Names of operations that are answered otherwise.
 */
export function deriveAnswers(
  specification: AnswerSpecification,
  except: ReadonlySet<string>,
): AnswerRow[] {
  const { schemas } = specification.components;
  const rows: AnswerRow[] = [];
  for (const methods of Object.values(specification.paths)) {
    for (const { operationId: name, responses } of Object.values(methods)) {
      const schema = responses['200']?.content?.['application/json']?.schema;
      if (!schema || schema.$ref === '#/components/schemas/operation') continue;
      if (except.has(name)) continue;
      const answer = smallestAnswer(schema, schemas);
      if (JSON.stringify(answer) !== JSON.stringify(answerByName(name))) rows.push([name, answer]);
    }
  }
  return rows.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The rule that most of the API follows; the simulator knows it too. */
function answerByName(name: string): unknown {
  return name.startsWith('list-') ? { [name.slice('list-'.length)]: [] } : { id: '$id' };
}

// Beside what an answer has to have, its id; a small one has all it can have.
const small = 4;

function smallestAnswer(
  schema: AnswerSchema,
  schemas: Readonly<Record<string, AnswerSchema>>,
): unknown {
  const { type, properties = {}, required = [] } = resolve(schema, schemas);
  if (type !== 'object') return smallest(schema, schemas);
  const names = Object.keys(properties);
  const telling = names.filter((name) => names.length <= small || name === 'id');
  return membersOf([...new Set([...telling, ...required])], properties, schemas);
}

/** The least that a schema accepts. */
export function smallest(
  schema: AnswerSchema,
  schemas: Readonly<Record<string, AnswerSchema>>,
): unknown {
  const resolved = resolve(schema, schemas);
  const { type, format, properties = {}, required = [], minimum = 0 } = resolved;
  if (resolved.enum) return resolved.enum[0];
  switch (typeof type === 'string' ? type : type?.[0]) {
    case 'object': {
      const optional = Object.keys(properties).filter((name) => !required.includes(name));
      const missing = Math.max(0, (resolved.minProperties ?? 0) - required.length);
      return membersOf([...required, ...optional.slice(0, missing)], properties, schemas);
    }
    case 'array':
      return [];
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return resolved.exclusiveMinimum === true ? minimum + 1 : minimum;
    default:
      return textOf(format);
  }
}

// Said to be Base64 by the descriptions of their operations, not by their schemas.
const base64 = ['cacert', 'kubeconfig'];

function membersOf(
  names: readonly string[],
  properties: Readonly<Record<string, AnswerSchema>>,
  schemas: Readonly<Record<string, AnswerSchema>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...names].sort().map((name) => {
      const schema = properties[name] ?? {};
      return [
        name,
        smallest(base64.includes(name) ? { ...schema, format: 'byte' } : schema, schemas),
      ];
    }),
  );
}

function textOf(format: string | undefined): string {
  if (format === 'uuid') return '$id';
  // The word simulated in Base64.
  if (format === 'byte') return 'c2ltdWxhdGVk';
  return format === 'date-time' ? '$now' : '$text';
}

export function resolve(
  schema: AnswerSchema,
  schemas: Readonly<Record<string, AnswerSchema>>,
): AnswerSchema {
  const target = schema.$ref && schemas[schema.$ref.split('/').at(-1) ?? ''];
  return target ? resolve(target, schemas) : schema;
}
