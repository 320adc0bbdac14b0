// Decides one operation under one policy: the first rule whose expression is true, and a refusal
// when there is none, whatever the default strategy says.
import { ruleMatches } from './cel-environment.ts';
import type { IamPolicy, IamPolicyRule } from './iam-policy.ts';
import { watchMembers } from './watch-members.ts';

/** The decision of a policy. */
export interface Verdict {
  readonly allowed: boolean;
  /** Place of the rule that decided, from 0; absent when no rule did. */
  readonly ruleIndex?: number;
}

/** The variables that expressions can use. */
export interface PolicyBindings {
  readonly resources?: Readonly<Record<string, unknown>>;
  readonly [name: string]: unknown;
}

export interface EvaluationOptions {
  /** The class that is asked about. Default the binding `service`. */
  readonly serviceClass?: string;
  /** Called for a rule that takes too long or reads a member that is not filled. */
  readonly onNote?: (message: string) => void;
}

/** The verdict of a policy. Its rules see the bindings. */
export function evaluatePolicy(
  policy: IamPolicy,
  bindings: PolicyBindings,
  options: EvaluationOptions = {},
): Verdict {
  const { serviceClass = String(bindings['service']) } = options;
  // hasOwn: a class named like a member of Object.prototype is not listed either.
  const service = Object.hasOwn(policy.services, serviceClass)
    ? policy.services[serviceClass]
    : undefined;
  if (service?.type === 'rules') return evaluateRules(service.rules ?? [], bindings, options);
  return { allowed: (service?.type ?? policy['default-service-strategy']) === 'allow' };
}

/** The verdict of a list of rules. */
export function evaluateRules(
  rules: readonly IamPolicyRule[],
  bindings: PolicyBindings,
  { onNote = () => {} }: EvaluationOptions = {},
): Verdict {
  const { resources } = bindings;
  const missing = new Set<string>();
  const onMissing = (name: string): unknown => missing.add(name);
  const watched = resources && { resources: watchMembers(resources, 'resources', { onMissing }) };
  const ruleIndex = rules.findIndex((rule) =>
    ruleMatches(rule, { ...bindings, ...watched }, { onNote }),
  );
  for (const name of missing) {
    onNote(`A rule reads ${name}, which the simulator does not fill here`);
  }
  const rule = rules[ruleIndex];
  return rule ? { allowed: rule.action === 'allow', ruleIndex } : { allowed: false };
}
