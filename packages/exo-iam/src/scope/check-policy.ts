// Checks a policy that somebody wrote by hand, since the API takes almost anything in silence.
import { serviceClasses } from '@x/exo-operations';

import { ExoIamError } from '../errors.ts';
import type { IamPolicy } from '../resources/iam-policy.ts';
import { didYouMean } from './nearest-names.ts';

/**
 * Where a policy comes from. What the API keeps already is a `template`: it may allow by default, have
 * classes that are not known here, and members that have no effect.
 */
export type PolicyOrigin = 'policy' | 'template';

/**
 * The policy, if it is one: an object that denies by default and whose classes and rules have the form
 * the API documents, and no member besides. Expressions are not evaluated.
 *
 * @throws {ExoIamError} `ERR_POLICY_INVALID` naming the place and what was expected there.
 */
export function checkPolicy(value: unknown, origin: PolicyOrigin = 'policy'): IamPolicy {
  try {
    check(value, origin === 'policy');
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    const whose = origin === 'policy' ? 'the policy' : 'the policy of the template';
    const message = `In ${whose}, ${error.message}.`;
    throw new ExoIamError('ERR_POLICY_INVALID', message, { field: origin });
  }
  return value as IamPolicy;
}

class Misfit extends Error {}

type Members = Readonly<Record<string, unknown>>;

function check(value: unknown, byHand: boolean): void {
  const policy = object(value, 'the whole');
  const { 'default-service-strategy': strategy, services } = policy;
  if (byHand) {
    refuseOthers(policy, 'the whole', ['default-service-strategy', 'services']);
    oneOf(strategy, 'default-service-strategy', ['deny']);
  }
  oneOf(strategy, 'default-service-strategy', ['allow', 'deny']);
  for (const [name, each] of Object.entries(object(services, 'services'))) {
    const place = `services.${name}`;
    if (byHand && !classNames.includes(name)) {
      const expected = `a service class (${classNames.join(', ')})${didYouMean(name, classNames)}`;
      throw misfit(place, 'is no class that is known', expected);
    }
    checkService(object(each, place), place, byHand);
  }
}

// `compute-legacy` is in published policies and has no operation in the catalogue.
const classNames = [...serviceClasses.map(({ name }) => name), 'compute-legacy'];

function checkService(service: Members, place: string, byHand: boolean): void {
  const { type, rules } = service;
  oneOf(type, `${place}.type`, ['allow', 'deny', 'rules']);
  if (byHand) refuseOthers(service, place, ['type', 'rules']);
  if (type !== 'rules') {
    // Beside "allow" nobody reads them, and whoever wrote them thinks that they restrict.
    if (byHand && !isEmpty(rules)) {
      throw misfit(`${place}.rules`, `is given beside ${JSON.stringify(type)}`, 'the type "rules"');
    }
    return;
  }
  if (!Array.isArray(rules)) throw misfit(`${place}.rules`, 'is no list', 'a list of rules');
  if (byHand && rules.length === 0) throw misfit(`${place}.rules`, 'is empty', 'a rule');
  for (const [index, each] of rules.entries()) {
    checkRule(object(each, `${place}.rules[${index}]`), `${place}.rules[${index}]`, byHand);
  }
}

function checkRule(rule: Members, place: string, byHand: boolean): void {
  const { action, expression, resources } = rule;
  oneOf(action, `${place}.action`, ['allow', 'deny']);
  if (typeof expression !== 'string' || expression.trim() === '') {
    throw misfit(`${place}.expression`, 'is no text', 'a CEL expression');
  }
  if (!byHand) return;
  refuseOthers(rule, place, ['action', 'expression', 'resources']);
  if (!isEmpty(resources)) {
    const instead = 'a condition in the expression, such as parameters.bucket';
    throw misfit(`${place}.resources`, 'restricts nothing, since the API ignores it', instead);
  }
}

function refuseOthers(value: Members, place: string, names: readonly string[]): void {
  const other = Object.keys(value).find((name) => !names.includes(name));
  if (other === undefined) return;
  const problem = `has the member ${JSON.stringify(other)}${didYouMean(other, names)}, which has no effect`;
  throw misfit(place, problem, names.join(', '));
}

function oneOf(value: unknown, place: string, allowed: readonly string[]): void {
  if (typeof value === 'string' && allowed.includes(value)) return;
  const words = allowed.map((each) => JSON.stringify(each)).join(' or ');
  throw misfit(place, `is ${JSON.stringify(value)}`, words);
}

function object(value: unknown, place: string): Members {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Members;
  throw misfit(place, 'is no object', 'a JSON object as the API documents it for iam-policy');
}

function isEmpty(list: unknown): boolean {
  return list === undefined || (Array.isArray(list) && list.length === 0);
}

function misfit(place: string, problem: string, expected: string): Misfit {
  return new Misfit(`${place} ${problem}. Expected ${expected}`);
}
