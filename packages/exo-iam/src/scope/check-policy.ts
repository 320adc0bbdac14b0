// Checks a policy that was written by hand, since the API accepts almost anything without an error.
import { serviceClasses } from '@x/exo-operations';

import { ExoIamError } from '../errors.ts';
import type { IamPolicy } from '../resources/iam-policy.ts';
import { didYouMean } from './nearest-names.ts';

/**
 * Where a policy comes from. A `template` is already stored by the API: it may allow by default, and have
 * unknown classes and members without effect.
 */
export type PolicyOrigin = 'policy' | 'template';

/**
 * Returns the policy if it is valid: an object that denies by default, whose classes and rules have the
 * documented form and no other members. Expressions are not evaluated.
 *
 * @throws {ExoIamError} `ERR_POLICY_INVALID`, with the place and what was expected there.
 */
export function checkPolicy(value: unknown, origin: PolicyOrigin = 'policy'): IamPolicy {
  try {
    check(value, origin === 'policy');
  } catch (error) {
    if (!(error instanceof PolicyProblem)) throw error;
    const whose = origin === 'policy' ? 'the policy' : 'the policy of the template';
    const message = `In ${whose}, ${error.message}.`;
    throw new ExoIamError('ERR_POLICY_INVALID', message, { field: origin });
  }
  return value as IamPolicy;
}

class PolicyProblem extends Error {}

type Members = Readonly<Record<string, unknown>>;

function check(value: unknown, byHand: boolean): void {
  const policy = object(value, 'the top level');
  const { 'default-service-strategy': strategy, services } = policy;
  if (byHand) {
    refuseOthers(policy, 'the top level', ['default-service-strategy', 'services']);
    oneOf(strategy, 'default-service-strategy', ['deny']);
  }
  oneOf(strategy, 'default-service-strategy', ['allow', 'deny']);
  for (const [name, each] of Object.entries(object(services, 'services'))) {
    const place = `services.${name}`;
    if (byHand && !classNames.includes(name)) {
      const expected = `a service class (${classNames.join(', ')})${didYouMean(name, classNames)}`;
      throw problemAt(place, 'is not a known service class', expected);
    }
    checkService(object(each, place), place, byHand);
  }
}

// `compute-legacy` appears in published policies, but the catalogue has no operation of it.
const classNames = [...serviceClasses.map(({ name }) => name), 'compute-legacy'];

function checkService(service: Members, place: string, byHand: boolean): void {
  const { type, rules } = service;
  oneOf(type, `${place}.type`, ['allow', 'deny', 'rules']);
  if (byHand) refuseOthers(service, place, ['type', 'rules']);
  if (type !== 'rules') {
    // The API ignores rules next to "allow", but their author expects them to restrict.
    if (byHand && !isEmpty(rules)) {
      throw problemAt(
        `${place}.rules`,
        `is given beside ${JSON.stringify(type)}`,
        'the type "rules"',
      );
    }
    return;
  }
  if (!Array.isArray(rules)) throw problemAt(`${place}.rules`, 'is not a list', 'a list of rules');
  if (byHand && rules.length === 0) throw problemAt(`${place}.rules`, 'is empty', 'a rule');
  for (const [index, each] of rules.entries()) {
    checkRule(object(each, `${place}.rules[${index}]`), `${place}.rules[${index}]`, byHand);
  }
}

function checkRule(rule: Members, place: string, byHand: boolean): void {
  const { action, expression, resources } = rule;
  oneOf(action, `${place}.action`, ['allow', 'deny']);
  if (typeof expression !== 'string' || expression.trim() === '') {
    throw problemAt(`${place}.expression`, 'is empty or not a string', 'a CEL expression');
  }
  if (!byHand) return;
  refuseOthers(rule, place, ['action', 'expression', 'resources']);
  if (!isEmpty(resources)) {
    const instead = 'a condition in the expression, such as parameters.bucket';
    throw problemAt(`${place}.resources`, 'has no effect, since the API ignores it', instead);
  }
}

function refuseOthers(value: Members, place: string, names: readonly string[]): void {
  const other = Object.keys(value).find((name) => !names.includes(name));
  if (other === undefined) return;
  const problem = `has the member ${JSON.stringify(other)}${didYouMean(other, names)}, which has no effect`;
  throw problemAt(place, problem, names.join(', '));
}

function oneOf(value: unknown, place: string, allowed: readonly string[]): void {
  if (typeof value === 'string' && allowed.includes(value)) return;
  const words = allowed.map((each) => JSON.stringify(each)).join(' or ');
  throw problemAt(place, `is ${JSON.stringify(value)}`, words);
}

function object(value: unknown, place: string): Members {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Members;
  throw problemAt(
    place,
    'is not an object',
    'a JSON object as the API documents it for iam-policy',
  );
}

function isEmpty(list: unknown): boolean {
  return list === undefined || (Array.isArray(list) && list.length === 0);
}

function problemAt(place: string, problem: string, expected: string): PolicyProblem {
  return new PolicyProblem(`${place} ${problem}. Expected ${expected}`);
}
