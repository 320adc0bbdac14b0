// Evaluates one expression with GitHub's own lexer, parser and evaluator.
import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import type { FunctionDefinition } from '@actions/expressions/funcs/info';

import { LocalRunnerError } from '../errors.ts';
import { messageOf } from '../message-of.ts';

/** The names that an expression may use. Another name is an error, as on GitHub. */
export interface ExpressionScope {
  readonly contexts: Readonly<Record<string, unknown>>;
  /** `success`, `failure`, `always` and `cancelled`, where a condition is being decided. */
  readonly functions?: Readonly<Record<string, () => boolean>>;
}

/** @throws {LocalRunnerError} EXPRESSION_INVALID, or UNSUPPORTED for `hashFiles`. */
export function evaluate(expression: string, scope: ExpressionScope): data.ExpressionData {
  const functions = [...toDefinitions(scope.functions ?? {}), hashFiles];
  try {
    const tokens = new Lexer(expression).lex().tokens;
    const parsed = new Parser(tokens, Object.keys(scope.contexts), functions).parse();
    // The parser answers an empty expression with undefined, whatever its type says.
    if ((parsed as typeof parsed | undefined) === undefined) return new data.StringData('');
    const byName = new Map(functions.map((definition) => [definition.name, definition]));
    return new Evaluator(parsed, toDictionary(scope.contexts), byName).evaluate();
  } catch (error) {
    if (error instanceof LocalRunnerError) throw error;
    const reason = messageOf(error);
    const message = `The expression is not valid: ${expression}. ${reason}. `;
    const known = `Known contexts: ${Object.keys(scope.contexts).join(', ')}.`;
    throw new LocalRunnerError('EXPRESSION_INVALID', message + known, { cause: error });
  }
}

/** True when the expression calls a status function, so that `success()` is not implied. */
export function callsStatusFunction(expression: string): boolean {
  return /(?<![\w.-])(?:success|failure|always|cancelled)\s*\(/i.test(
    expression.replaceAll(/'(?:[^']|'')*'/g, "''"),
  );
}

/** False for `false`, 0, the empty string and null, as in a condition. */
export function isTruthy(value: data.ExpressionData): boolean {
  if (!value.primitive) return true;
  const number = value.number();
  return value.kind === data.Kind.String
    ? value.coerceString() !== ''
    : number !== 0 && !Number.isNaN(number);
}

function toDictionary(contexts: Readonly<Record<string, unknown>>): data.Dictionary {
  const pairs = Object.entries(contexts).map(([key, value]) => ({ key, value: toData(value) }));
  return new data.Dictionary(...pairs);
}

function toData(value: unknown): data.ExpressionData {
  return JSON.parse(JSON.stringify(value ?? null), data.reviver) as data.ExpressionData;
}

function toDefinitions(functions: Readonly<Record<string, () => boolean>>): FunctionDefinition[] {
  return Object.entries(functions).map(([name, call]) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(call()),
  }));
}

const hashFiles: FunctionDefinition = {
  name: 'hashfiles',
  minArgs: 1,
  maxArgs: 255,
  call: () => {
    throw new LocalRunnerError(
      'UNSUPPORTED',
      'hashFiles() is not supported by the local runner. Compute the hash in a step instead.',
    );
  },
};
