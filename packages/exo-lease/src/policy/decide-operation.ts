// Decides an operation before its request is known: yes, no, or a condition.
import type { IamPolicy } from '@x/exo-iam';

import { evaluateRule, type KnownVariables } from './evaluate-rule.ts';

export type Answer = 'yes' | 'condition' | 'no';

export interface Question {
  readonly operation: string;
  readonly serviceClass: string;
}

/**
 * The first rule that is true decides. If a rule depends on the request, both results are followed to the end.
 * If they differ, the answer is `condition`.
 */
export function decideOperation(
  policy: IamPolicy,
  { operation, serviceClass }: Question,
  variables: Omit<KnownVariables, 'operation' | 'service'>,
): Answer {
  const service = Object.hasOwn(policy.services, serviceClass)
    ? policy.services[serviceClass]
    : undefined;
  if (service?.type !== 'rules') {
    return (service?.type ?? policy['default-service-strategy']) === 'allow' ? 'yes' : 'no';
  }
  const ends = new Set<'allow' | 'deny'>();
  for (const { action, expression } of service.rules) {
    const value = evaluateRule(expression, { ...variables, operation, service: serviceClass });
    if (value !== false) ends.add(action);
    if (value === true) return answerOf(ends);
  }
  // No rule is certainly true, and an operation without a matching rule is denied.
  return answerOf(ends.add('deny'));
}

function answerOf(ends: ReadonlySet<'allow' | 'deny'>): Answer {
  if (ends.size === 2) return 'condition';
  return ends.has('allow') ? 'yes' : 'no';
}

const order: readonly Answer[] = ['no', 'condition', 'yes'];

/** Combines two policies that must both allow an operation. */
export function bothAnswers(a: Answer, b: Answer): Answer {
  return order[Math.min(order.indexOf(a), order.indexOf(b))] ?? 'no';
}
