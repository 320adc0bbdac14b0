// Puts the end of a lease into its policy, where the server enforces it.
import { ExoIamError } from '../errors.ts';
import type { IamPolicy, IamRule, IamServicePolicy } from '../resources/iam-policy.ts';
import { checkTtl } from './check-ttl.ts';
import { wrapExpression } from './wrap-expression.ts';

/** How the deadline is put into a policy. */
export interface DeadlineOptions {
  /** The clock, in milliseconds. */
  readonly now: number;
  /**
   * `lenient` leaves out the condition on every allow rule, for a class that does not know `now`: a
   * deadline that the API cannot evaluate then never comes. Default `strict`.
   */
  readonly deadline?: 'strict' | 'lenient' | undefined;
}

// A clock that is further behind cannot sign: requests are signed for this long.
const toleratedSkewSeconds = 600;

/**
 * The policy with its deadline, twice. A first rule in every class denies once the key that calls is
 * older than the ttl: exact, and by the server's clock. The API skips a rule that it cannot evaluate, so
 * every allow rule besides holds only until ten minutes after the deadline: what the API does not
 * understand then ends the key too early, and never too late. A class that allowed everything allows
 * everything until then. This comes last, after narrowing.
 *
 * @throws {ExoIamError} `ERR_DURATION_INVALID`; `ERR_POLICY_INVALID` when the policy allows by default, since a
 *   class that it does not list would have no deadline, and when an expression cannot be wrapped.
 */
export function withDeadline(
  policy: IamPolicy,
  ttlSeconds: number,
  { now, deadline = 'strict' }: DeadlineOptions,
): IamPolicy {
  checkTtl(ttlSeconds);
  if (policy['default-service-strategy'] !== 'deny') {
    throw new ExoIamError(
      'ERR_POLICY_INVALID',
      'The policy allows by default, so a class that it does not list would have no deadline. Expected "default-service-strategy": "deny".',
      { field: 'policy' },
    );
  }
  const end: IamRule = {
    action: 'deny',
    expression: `timestamp(identity.created) < timestamp(now) - duration('${ttlSeconds}s')`,
  };
  const latest = isoSeconds(Math.floor(now / 1000) + ttlSeconds + toleratedSkewSeconds);
  const condition = `timestamp(now) < timestamp('${latest}')`;
  const bounded = (rule: IamRule): IamRule =>
    rule.action === 'deny' || deadline === 'lenient'
      ? rule
      : { action: 'allow', expression: wrapExpression(rule.expression, condition) };
  const services = Object.entries(policy.services).map(([name, service]) => [
    name,
    service.type === 'deny'
      ? service
      : { type: 'rules', rules: [end, ...rulesOf(service).map(bounded)] },
  ]);
  return { ...policy, services: Object.fromEntries(services) as IamPolicy['services'] };
}

function rulesOf(service: Exclude<IamServicePolicy, { type: 'deny' }>): readonly IamRule[] {
  return service.type === 'allow' ? [{ action: 'allow', expression: 'true' }] : service.rules;
}

function isoSeconds(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
