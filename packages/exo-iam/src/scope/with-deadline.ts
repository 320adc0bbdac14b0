// Puts the end of a lease into its policy, where the server enforces it.
import { ExoIamError } from '../errors.ts';
import type { IamPolicy, IamRule, IamServicePolicy } from '../resources/iam-policy.ts';
import { checkTtl } from './check-ttl.ts';

/**
 * The policy, with a first rule in every class that denies once the key that calls is older than the
 * ttl. A class that allowed everything allows everything until then.
 *
 * The form is that of the documented example of a time-expiring key: `identity.created` is when the
 * calling key was made, `now` the server's clock.
 *
 * @throws {ExoIamError} `ERR_DURATION_INVALID`; `ERR_POLICY_INVALID` when the policy allows by default, since a
 *   class that it does not list would have no deadline.
 */
export function withDeadline(policy: IamPolicy, ttlSeconds: number): IamPolicy {
  checkTtl(ttlSeconds);
  if (policy['default-service-strategy'] !== 'deny') {
    throw new ExoIamError(
      'ERR_POLICY_INVALID',
      'The policy allows by default, so a class that it does not list would have no deadline. Expected "default-service-strategy": "deny".',
      { field: 'policy' },
    );
  }
  const deadline: IamRule = {
    action: 'deny',
    expression: `timestamp(identity.created) < timestamp(now) - duration('${ttlSeconds}s')`,
  };
  const services = Object.entries(policy.services).map(([name, service]) => [
    name,
    bound(service, deadline),
  ]);
  return { ...policy, services: Object.fromEntries(services) as IamPolicy['services'] };
}

function bound(service: IamServicePolicy, deadline: IamRule): IamServicePolicy {
  if (service.type === 'deny') return service;
  const rules: readonly IamRule[] =
    service.type === 'allow' ? [{ action: 'allow', expression: 'true' }] : service.rules;
  return { type: 'rules', rules: [deadline, ...rules] };
}
