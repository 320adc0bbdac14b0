// Checks a policy that was written by hand, since the API accepts almost anything without an error.
import { ExoIamError } from '../errors.ts';
import { didYouMean } from '../nearest-names.ts';
import type { IamPolicy } from '../resources/iam-policy.ts';
import { policyClasses } from './policy-classes.ts';

/**
 * Where a policy comes from. A `template` is already stored by the API: it may allow by default, and have
 * unknown classes and members without effect.
 */
export type PolicyOrigin = 'policy' | 'template';

/**
 * Returns the policy if it is valid: an object that denies by default, whose classes and rules have the
 * documented form and no other members. Expressions are not evaluated. A class with the type "rules" and
 * without rules, as Terraform sends it, is denied: it is given back with the type "deny". A class that the
 * catalogue does not know passes, unless its name is near that of a known one.
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
  return denyWithoutRules(value as IamPolicy);
}

function denyWithoutRules(policy: IamPolicy): IamPolicy {
  const entries = Object.entries(policy.services);
  const hasRules = ([, service]: (typeof entries)[number]): boolean =>
    service.type !== 'rules' || Array.isArray(service.rules);
  if (entries.every(hasRules)) return policy;
  const services = entries.map((entry) =>
    hasRules(entry) ? entry : ([entry[0], { type: 'deny' }] as const),
  );
  return { ...policy, services: Object.fromEntries(services) };
}

class PolicyProblem extends Error {}

type Members = Readonly<Record<string, unknown>>;

function check(value: unknown, byHand: boolean): void {
  const policy = object(value, 'the top level');
  const { 'default-service-strategy': strategy, services } = policy;
  if (byHand) {
    refuseRole(policy);
    refuseOthers(policy, 'the top level', ['default-service-strategy', 'services']);
    oneOf(strategy, 'default-service-strategy', ['deny']);
  }
  oneOf(strategy, 'default-service-strategy', ['allow', 'deny']);
  for (const [name, each] of Object.entries(object(services, 'services'))) {
    const place = `services.${name}`;
    if (byHand) checkClass(name, place);
    checkService(object(each, place), place, byHand);
  }
}

// What the API gives for a role, or takes for a new one.
function refuseRole(policy: Members): void {
  if (typeof policy['policy'] !== 'object' || policy['policy'] === null) return;
  const expected = 'the value of its member "policy" alone';
  throw problemAt('the top level', 'is a whole role and not a policy', expected);
}

// The API has classes that its specification does not name, so an unknown one may be right.
function checkClass(name: string, place: string): void {
  if (policyClasses.includes(name)) return;
  const hint = didYouMean(name, policyClasses);
  if (hint === '' && /^[a-z][a-z0-9-]*$/.test(name)) return;
  const expected = `a service class (${policyClasses.join(', ')})${hint}`;
  throw problemAt(place, 'is not a known service class', expected);
}

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
  if (rules === undefined || rules === null) return;
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

function oneOf(value: unknown, place: string, allowed: readonly unknown[]): void {
  if (allowed.includes(value)) return;
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
  return list === undefined || list === null || (Array.isArray(list) && list.length === 0);
}

function problemAt(place: string, problem: string, expected: string): PolicyProblem {
  return new PolicyProblem(`${place} ${problem}. Expected ${expected}`);
}
