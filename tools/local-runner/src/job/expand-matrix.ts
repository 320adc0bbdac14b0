// The legs of a job: the requested one, or every combination of the matrix's lists.
import { LocalRunnerError } from '../errors.ts';
import type { ExpressionScope } from '../expressions/evaluate.ts';
import { evaluateTemplate, interpolate } from '../expressions/interpolate.ts';
import type { Strategy } from '../workflow/types.ts';

export interface MatrixLeg {
  readonly matrix: Readonly<Record<string, unknown>>;
  readonly strategy: Readonly<Record<string, unknown>>;
  readonly failFast: boolean;
}

export interface ExpandMatrixOptions {
  readonly strategy: Strategy;
  readonly leg: Readonly<Record<string, unknown>> | undefined;
  readonly scope: ExpressionScope;
}

/** @throws {LocalRunnerError} UNSUPPORTED for include and exclude, WORKFLOW_INVALID. */
export function expandMatrix(options: ExpandMatrixOptions): readonly MatrixLeg[] {
  const { strategy, scope } = options;
  const failFast = interpolate(strategy.failFast ?? 'true', scope) !== 'false';
  const combinations = options.leg ? [options.leg] : combine(readLists(strategy.matrix, scope));
  return combinations.map((matrix, index) => ({
    matrix,
    failFast,
    strategy: {
      'fail-fast': failFast,
      'job-index': index,
      'job-total': combinations.length,
      'max-parallel': 1,
    },
  }));
}

function readLists(matrix: unknown, scope: ExpressionScope): Readonly<Record<string, unknown>> {
  const value = resolve(matrix, scope) ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    const message = 'strategy.matrix is not valid. Expected a mapping of lists.';
    throw new LocalRunnerError('WORKFLOW_INVALID', message);
  }
  for (const key of ['include', 'exclude']) {
    if (key in value) {
      const message = `strategy.matrix.${key} is not supported by the local runner. Name one leg (--matrix JSON).`;
      throw new LocalRunnerError('UNSUPPORTED', message);
    }
  }
  return value as Record<string, unknown>;
}

function combine(lists: Readonly<Record<string, unknown>>): readonly Record<string, unknown>[] {
  let legs: Record<string, unknown>[] = [{}];
  for (const [name, list] of Object.entries(lists)) {
    if (!Array.isArray(list) || list.length === 0) {
      const message = `strategy.matrix.${name} is not valid. Expected a list with one item or more.`;
      throw new LocalRunnerError('WORKFLOW_INVALID', message);
    }
    const choices = list as unknown[];
    legs = legs.flatMap((leg) => choices.map((value) => Object.assign({}, leg, { [name]: value })));
  }
  return legs;
}

/** Evaluates every string inside a value. */
function resolve(value: unknown, scope: ExpressionScope): unknown {
  if (typeof value === 'string') return evaluateTemplate(value, scope);
  if (Array.isArray(value)) return value.map((item) => resolve(item, scope));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, item]) => [name, resolve(item, scope)]);
  return Object.fromEntries(entries) as unknown;
}
