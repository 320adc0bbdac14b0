// Compiles the expressions of policy rules, once per rule: a policy is evaluated on every request.
import { Environment, type ASTNode, type Context } from '@marcbachmann/cel-js';
import { RE2JS } from 're2js';

import type { IamPolicyRule } from './iam-policy.ts';
import { inIpRange } from './in-ip-range.ts';
import { ruleLimitMs, runBounded } from './run-bounded.ts';

interface Program {
  readonly evaluate: (context: Context) => unknown;
  /** Whether it takes longer than a small multiple of its length. */
  readonly isCostly: boolean;
}

// The library uses JavaScript's regular expressions and does not let its own `matches` be replaced.
const linearMatches = 'matches_re2';
const costlyCalls = [linearMatches, 'all', 'exists', 'exists_one', 'map', 'filter', 'bind'];

const environment = new Environment({
  unlistedVariablesAreDyn: true,
  // The library's limit of 1000 would silently skip a rule with more names.
  limits: { maxListElements: 50_000 },
});
environment.registerFunction('string.inIpRange(string): bool', inIpRange);
environment.registerFunction('map.has(string): bool', (map: object, name: string) =>
  Object.hasOwn(map, name),
);
// Compiled each time: a rule may be stopped in the middle of a match.
const findRe2 = (text: string, pattern: string): boolean =>
  RE2JS.compile(pattern).matcher(text).find();
environment.registerFunction(`string.${linearMatches}(string): bool`, findRe2);
// CEL also has it as a function of two texts, and the library does not.
environment.registerFunction('matches(string, string): bool', findRe2);

// Keyed by the rule object, not by its text, so that an entry lives as long as its policy.
const programs = new WeakMap<IamPolicyRule, Program>();

/**
 * Whether the rule's expression is true. An expression that cannot be parsed, that fails, that takes
 * too long, or that is not a boolean is not true: the rule is skipped.
 */
export function ruleMatches(
  rule: IamPolicyRule,
  bindings: Context,
  { onNote }: { readonly onNote: (message: string) => void },
): boolean {
  const { evaluate, isCostly } = programOf(rule);
  try {
    if (!isCostly) return evaluate(bindings) === true;
    const result = runBounded(() => evaluate(bindings));
    if (!result) {
      const text = JSON.stringify(rule.expression.slice(0, 200));
      onNote(`A rule took more than ${ruleLimitMs} ms and counts as invalid: ${text}`);
    }
    return result?.value === true;
  } catch {
    return false;
  }
}

function programOf(rule: IamPolicyRule): Program {
  const known = programs.get(rule);
  if (known) return known;
  const program = compile(rule.expression);
  programs.set(rule, program);
  return program;
}

function compile(expression: string): Program {
  try {
    const evaluate = environment.parse(expression);
    return { evaluate, isCostly: isCostlyNode(evaluate.ast) };
  } catch {
    return { evaluate: () => undefined, isCostly: false };
  }
}

/** Whether a costly call is in it. Calls of `matches` become calls of the linear one. */
function isCostlyNode(node: unknown): boolean {
  // Every branch is visited, because each may hold a call to replace.
  if (Array.isArray(node)) return node.map(isCostlyNode).includes(true);
  if (typeof node !== 'object' || node === null || !('op' in node)) return false;
  const { op, args } = node as ASTNode;
  if (op === 'call') return isCostlyNode(args.slice(1)) || args[0] === 'matches';
  if (op !== 'rcall') return isCostlyNode(args);
  if (args[0] === 'matches') args[0] = linearMatches;
  return isCostlyNode(args.slice(1)) || costlyCalls.includes(args[0]);
}
