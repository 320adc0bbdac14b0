// Takes an existing policy over and narrows it.
import { ExoIamError } from '../errors.ts';
import type { IamPolicy, IamServicePolicy } from '../resources/iam-policy.ts';
import { classPolicy, narrowingRules } from './class-rules.ts';
import type { Grants } from './grants.ts';
import type { Template } from './scope.ts';

/**
 * What both the template and the grants allow. The template's rules stay as they are, behind rules that
 * deny the rest. A condition around an expression is put there later, by the deadline alone, which
 * refuses what it cannot read: else one that the API skips as invalid could become one that it obeys.
 *
 * @throws {ExoIamError} `ERR_SCOPE_EMPTY` when they have nothing in common.
 */
export function narrowPolicy(
  template: Template,
  grants: Grants,
  buckets: readonly string[],
): { readonly policy: IamPolicy; readonly notes: readonly string[] } {
  const services: Record<string, IamServicePolicy> = {};
  const missing: string[] = [];
  let denies = false;
  for (const [name, grant] of grants) {
    const restriction = name === 'sos' ? buckets : [];
    const own = serviceOf(template.policy, name);
    if (own.type === 'deny') missing.push(name);
    else if (own.type === 'allow') services[name] = classPolicy(grant, restriction);
    else {
      denies ||= own.rules.some(({ action }) => action === 'deny');
      const rules = [...narrowingRules(grant, restriction), ...own.rules];
      services[name] = { type: 'rules', rules };
    }
  }
  if (Object.keys(services).length === 0) {
    throw new ExoIamError(
      'ERR_SCOPE_EMPTY',
      `The template, ${template.source}, allows nothing in ${missing.join(', ')}, so nothing would be left. Name operations of the classes it does allow.`,
      { field: 'template' },
    );
  }
  const notes = [`The key may do what the scope names, if ${template.source} may do it too.`];
  if (missing.length > 0) {
    notes.push(
      `${template.source} allows nothing in ${missing.join(', ')}, so the key does not either.`,
    );
  }
  if (denies) {
    notes.push(
      `${template.source} has rules that deny. The API skips a rule that it cannot evaluate, so those rules can fail open.`,
    );
  }
  return { policy: { 'default-service-strategy': 'deny', services }, notes };
}

function serviceOf(policy: IamPolicy, name: string): IamServicePolicy {
  // An own property: a class is never called `constructor`, and then it is not one.
  const own = Object.hasOwn(policy.services, name) ? policy.services[name] : undefined;
  return own ?? { type: policy['default-service-strategy'] };
}
