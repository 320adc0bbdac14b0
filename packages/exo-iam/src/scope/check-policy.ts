// Checks a policy that somebody wrote by hand, since the API takes almost anything in silence.
import { serviceClasses } from '@x/exo-operations';

import { ExoIamError } from '../errors.ts';
import { didYouMean } from './nearest-names.ts';
import type { IamPolicy } from './policy.ts';

/**
 * The policy, if it is one: an object that denies by default and whose classes and rules have the form
 * the API documents. Expressions are not evaluated.
 *
 * @throws {ExoIamError} `ERR_POLICY_INVALID` naming the place and what was expected there.
 */
export function checkPolicy(value: unknown): IamPolicy {
  const policy = object(value, 'the policy');
  if (policy['default-service-strategy'] !== 'deny') {
    throw invalid(
      'default-service-strategy',
      `is ${JSON.stringify(policy['default-service-strategy'])}`,
      '"deny"; a class that is not listed would be open otherwise',
    );
  }
  const services = Object.entries(object(policy['services'], 'services'));
  for (const [name, service] of services) {
    if (!classNames.includes(name)) {
      const expected = `a service class (${classNames.join(', ')})${didYouMean(name, classNames)}`;
      throw invalid(`services.${name}`, 'is no class that is known', expected);
    }
    checkService(`services.${name}`, object(service, `services.${name}`));
  }
  return value as IamPolicy;
}

// `compute-legacy` is in published policies and has no operation in the catalogue.
const classNames = [...serviceClasses.map(({ name }) => name), 'compute-legacy'];

function checkService(place: string, service: Readonly<Record<string, unknown>>): void {
  const { type, rules } = service;
  if (type === 'allow' || type === 'deny') return;
  if (type !== 'rules') {
    throw invalid(`${place}.type`, `is ${JSON.stringify(type)}`, '"allow", "deny" or "rules"');
  }
  if (!Array.isArray(rules) || rules.length === 0) {
    throw invalid(`${place}.rules`, 'is no list with an entry', 'at least one rule');
  }
  for (const [index, each] of rules.entries()) {
    const rulePlace = `${place}.rules[${index}]`;
    const { action, expression } = object(each, rulePlace);
    if (action !== 'allow' && action !== 'deny') {
      throw invalid(`${rulePlace}.action`, `is ${JSON.stringify(action)}`, '"allow" or "deny"');
    }
    if (typeof expression !== 'string' || expression.trim() === '') {
      throw invalid(`${rulePlace}.expression`, 'is no text', 'a CEL expression');
    }
  }
}

function object(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Readonly<Record<string, unknown>>;
  }
  throw invalid(place, 'is no object', 'a JSON object as the API documents it for iam-policy');
}

function invalid(place: string, problem: string, expected: string): ExoIamError {
  return new ExoIamError(
    'ERR_POLICY_INVALID',
    `In the policy, ${place} ${problem}. Expected ${expected}.`,
    { field: 'policy' },
  );
}
