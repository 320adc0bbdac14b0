// Holds one request and its answer against the specification.
import type { Validate } from './create-validator.ts';
import type { Schema, Specification, SpecifiedOperation } from './specification.ts';

export interface Exchange {
  readonly operation: SpecifiedOperation;
  readonly url: URL;
  readonly pathParameters: Readonly<Record<string, string>>;
  /** As it was sent. */
  readonly body: string;
  readonly contentType: string | null;
  readonly status: number;
  readonly answer: unknown;
}

// The two forms of a refusal, for a status that the operation does not declare. The specification
// has the older one nowhere, though most of the API uses it.
const refusals: readonly Schema[] = [
  {
    type: 'object',
    required: ['message'],
    properties: { message: { type: 'string', minLength: 1 } },
  },
  { $ref: '#/components/schemas/error-response' },
];

// Members that the API was seen to answer though the specification does not have them.
const undeclared: Readonly<Record<string, readonly string[]>> = { 'get-api-key': ['org-id'] };

/** @returns What is wrong with the request; nothing is wrong where the list is empty. */
export function checkRequest(exchange: Exchange, validate: Validate): readonly string[] {
  const { operation, url, pathParameters, body, contentType } = exchange;
  const { parameters } = operation;
  const problems: string[] = [];
  const note = (what: string, problem: string): void => {
    if (problem !== '') problems.push(`${what}: ${problem}`);
  };
  for (const { in: place, name, schema, required } of parameters) {
    const values = place === 'path' ? [pathParameters[name]] : url.searchParams.getAll(name);
    const given = values.filter((value) => value !== undefined);
    if (given.length === 0 && required === true) note(name, 'is missing');
    if (given.length > 1) note(name, 'is repeated');
    for (const value of given) note(name, validate(schema, parseAs(schema, value), 'request'));
  }
  const known = parameters.filter((one) => one.in === 'query').map(({ name }) => name);
  for (const name of url.searchParams.keys()) {
    if (!known.includes(name)) note(`?${name}`, 'is not declared');
  }
  if (operation.body === undefined) {
    note('body', body === '' ? '' : 'none is declared');
  } else {
    note('content-type', contentType === 'application/json' ? '' : `is ${contentType}`);
    note(
      'body',
      body === '' ? 'is missing' : validate(operation.body, JSON.parse(body), 'request'),
    );
  }
  return problems;
}

/** @returns What is wrong with the answer; nothing is wrong where the list is empty. */
export function checkAnswer(
  { operation, status, answer }: Exchange,
  validate: Validate,
): readonly string[] {
  const declared = operation.answers.get(status);
  if (!declared && status === 200) return ['the specification declares no answer'];
  const value = withoutUndeclared(operation.name, answer);
  // Where other refusals are declared, an undeclared one may have their form.
  const others = [...operation.answers].filter(([other]) => other >= 400);
  const possible = declared ? [declared] : [...refusals, ...others.map(([, schema]) => schema)];
  const problems = possible.map((schema) => validate(schema, value, 'answer'));
  return problems.includes('') ? [] : problems;
}

function withoutUndeclared(name: string, answer: unknown): unknown {
  const members = undeclared[name];
  if (!members || typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(Object.entries(answer).filter(([member]) => !members.includes(member)));
}

// In a URL everything is text.
function parseAs({ type }: Schema, text: string): unknown {
  return type === 'integer' || type === 'boolean' ? JSON.parse(text) : text;
}

/** The operation by method and path, with what the braces stood for. */
export function findSpecified(
  { operations }: Specification,
  method: string,
  path: string,
): Pick<Exchange, 'operation' | 'pathParameters'> | undefined {
  const candidates = [...operations.values()].flatMap((operation) => {
    const match = operation.method === method && patternOf(operation.path).exec(path);
    if (!match) return [];
    const names = [...operation.path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
    const values = names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]);
    return [{ operation, pathParameters: Object.fromEntries(values) as Record<string, string> }];
  });
  // A path that is spelt out is preferred to one with a value in its place.
  return candidates.sort(
    (a, b) => Object.keys(a.pathParameters).length - Object.keys(b.pathParameters).length,
  )[0];
}

function patternOf(path: string): RegExp {
  const escaped = path.replace(/[.*+?^$()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replace(/\{[^}]+\}/g, '([^/:]+)')}$`);
}
