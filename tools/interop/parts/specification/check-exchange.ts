// Holds one request and its answer against the specification.
import type { Schema, Specification, SpecifiedOperation } from './specification.ts';
import type { Validate } from './create-validator.ts';

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

/** What most of the API says where it refuses; the specification declares it nowhere. */
const classicRefusal: Schema = {
  type: 'object',
  required: ['message'],
  properties: { message: { type: 'string', minLength: 1 } },
};

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
    note('body', body === '' ? 'is missing' : validate(operation.body, JSON.parse(body), 'request'));
  }
  return problems;
}

/** @returns What is wrong with the answer; nothing is wrong where the list is empty. */
export function checkAnswer(
  { operation, status, answer }: Exchange,
  validate: Validate,
): readonly string[] {
  const schema = operation.answers.get(status) ?? (status === 200 ? undefined : classicRefusal);
  if (!schema) return ['the specification declares no answer'];
  const isDeclared = operation.answers.has(status);
  // A refusal in the newer form is as good where only other statuses have it declared.
  const newer = [...operation.answers].find(([other]) => other >= 400 && other !== 429)?.[1];
  const wanted = isDeclared ? schema : (newer ?? schema);
  const problem = validate(wanted, withoutUndeclared(operation.name, answer), 'answer');
  return problem === '' ? [] : [problem];
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
  for (const operation of operations.values()) {
    if (operation.method !== method) continue;
    const pattern = operation.path
      .replace(/[.*+?^$()|[\]\\]/g, String.raw`\$&`)
      .replace(/\{([^}]+)\}/g, '([^/:]+)');
    const match = new RegExp(`^${pattern}$`).exec(path);
    if (match) {
      const names = [...operation.path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
      const values = names.map((name, index) => [
        name,
        decodeURIComponent(match[index + 1] ?? ''),
      ]);
      return { operation, pathParameters: Object.fromEntries(values) as Record<string, string> };
    }
  }
  return undefined;
}
