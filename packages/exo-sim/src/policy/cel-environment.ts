// Compiles the expressions of policy rules, once per rule: a policy is evaluated on every request.
import { Environment, type Context } from '@marcbachmann/cel-js';

import type { IamPolicyRule } from './iam-policy.ts';
import { inIpRange } from './in-ip-range.ts';

type Program = (context: Context) => unknown;

const environment = new Environment({
  unlistedVariablesAreDyn: true,
  // The library's 1000 would silently skip a rule that spells out more names than that.
  limits: { maxListElements: 50_000 },
});
environment.registerFunction('string.inIpRange(string): bool', inIpRange);
environment.registerFunction('map.has(string): bool', (map: object, name: string) =>
  Object.hasOwn(map, name),
);

// Keyed by the rule object, not by its text: an entry lives as long as the policy it belongs to.
const programs = new WeakMap<IamPolicyRule, Program>();

/**
 * Whether the rule's expression is true. An expression that cannot be parsed, that fails, or that
 * is not a boolean is not true: the rule is skipped.
 */
export function ruleMatches(rule: IamPolicyRule, bindings: Context): boolean {
  try {
    return programOf(rule)(bindings) === true;
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
    return environment.parse(expression);
  } catch {
    return () => undefined;
  }
}
