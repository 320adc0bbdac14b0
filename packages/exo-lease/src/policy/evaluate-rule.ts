// Evaluates the CEL expression of a rule with the variables that are known without a request.
import { Environment, ParseError } from '@marcbachmann/cel-js';

/** Names are those of the API. The others (`parameters`, `resources`, `zone`, …) come from a request. */
export interface KnownVariables {
  readonly operation: string;
  readonly service: string;
  /** RFC 3339. */
  readonly now: string;
  readonly api_key: string;
  readonly identity: { readonly created: string; readonly key: string };
}

const environment = new Environment({
  unlistedVariablesAreDyn: true,
  limits: { maxListElements: 50_000 },
});

type Program = (variables: object) => unknown;
const programs = new Map<string, Program | undefined>();

/**
 * True or false if the known variables decide, by CEL's rule that `false && x` is false for any `x`. Otherwise
 * undefined. A rule that cannot be parsed is false here, because the API skips it.
 */
export function evaluateRule(expression: string, variables: KnownVariables): boolean | undefined {
  const program = programOf(expression);
  if (!program) return false;
  try {
    return program(variables) === true;
  } catch {
    return undefined;
  }
}

function programOf(expression: string): Program | undefined {
  if (!programs.has(expression)) programs.set(expression, parse(expression));
  return programs.get(expression);
}

function parse(expression: string): Program | undefined {
  try {
    return environment.parse(expression);
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}
