// Decides one operation under one policy: the first rule whose expression is true, and a refusal
// when there is none, whatever the default strategy says.
import { ruleMatches } from './cel-environment.ts';
import type { IamPolicy, IamPolicyRule } from './iam-policy.ts';

export interface Verdict {
  readonly allowed: boolean;
  /** Place of the rule that decided, from 0; absent when no rule did. */
  readonly ruleIndex?: number;
}

export interface PolicyBindings {
  readonly service: string;
  readonly operation: string;
  readonly [name: string]: unknown;
}

export function evaluatePolicy(policy: IamPolicy, bindings: PolicyBindings): Verdict {
  // hasOwn: a class named like a member of Object.prototype is still a class that is not listed.
  const service = Object.hasOwn(policy.services, bindings.service)
    ? policy.services[bindings.service]
    : undefined;
  if (service?.type === 'rules') return evaluateRules(service.rules ?? [], bindings);
  return { allowed: (service?.type ?? policy['default-service-strategy']) === 'allow' };
}

export function evaluateRules(rules: readonly IamPolicyRule[], bindings: PolicyBindings): Verdict {
  const ruleIndex = rules.findIndex((rule) => ruleMatches(rule, bindings));
  const rule = rules[ruleIndex];
  return rule ? { allowed: rule.action === 'allow', ruleIndex } : { allowed: false };
}
