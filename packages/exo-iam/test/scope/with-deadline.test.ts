import { describe, expect, it } from 'vitest';

import type { IamPolicy, IamServicePolicy } from '../../src/resources/iam-policy.ts';
import { withDeadline } from '../../src/scope/with-deadline.ts';
import { createdAt, keyOfPolicy } from '../support/key-of-policy.ts';

const now = createdAt;

const policy: IamPolicy = {
  'default-service-strategy': 'deny',
  services: {
    dns: { type: 'allow' },
    iam: { type: 'deny' },
    compute: { type: 'rules', rules: [{ action: 'allow', expression: 'true' }] },
    ...(JSON.parse('{"__proto__":{"type":"allow"},"constructor":{"type":"allow"}}') as object),
  },
};

const deadline = {
  action: 'deny',
  expression: "timestamp(identity.created) < timestamp(now) - duration('900s')",
};
const allowed = {
  action: 'allow',
  expression: "timestamp(now) < timestamp('2026-11-21T00:25:00Z') && (\ntrue\n)",
};

describe('withDeadline', () => {
  it('goes first in every class that allows something, and around every rule that allows', () => {
    expect(withDeadline(policy, 900, { now: now + 999 }).services).toMatchObject({
      dns: { type: 'rules', rules: [deadline, allowed] },
      iam: { type: 'deny' },
      compute: { type: 'rules', rules: [deadline, allowed] },
    });
  });

  it('leaves rules that allow as they are when it is lenient', () => {
    const { services } = withDeadline(policy, 900, { now, deadline: 'lenient' });
    const rules = [deadline, { action: 'allow', expression: 'true' }];
    expect(services).toMatchObject({ dns: { rules }, iam: { type: 'deny' }, compute: { rules } });
  });

  it('leaves rules that deny as they are', () => {
    const deny = { action: 'deny', expression: 'true) || (true' } as const;
    const own: IamPolicy = {
      'default-service-strategy': 'deny',
      services: { dns: { type: 'rules', rules: [deny] } },
    };
    expect(withDeadline(own, 900, { now }).services).toMatchObject({
      dns: { rules: [deadline, deny] },
    });
  });

  it.each(['dns', 'compute', '__proto__', 'constructor'])('ends %s', (serviceClass) => {
    const allows = keyOfPolicy(withDeadline(policy, 900, { now }));
    expect(allows('any', { serviceClass, afterMs: 900_000 })).toBe(true);
    expect(allows('any', { serviceClass, afterMs: 900_001 })).toBe(false);
  });

  // As with an API that does not know `identity.created`: the rule that denies is skipped.
  it.each(['dns', 'compute', '__proto__'])(
    'ends %s ten minutes later when the rule that denies cannot be evaluated',
    (serviceClass) => {
      const allows = keyOfPolicy(without('identity.created', withDeadline(policy, 900, { now })));
      expect(allows('any', { serviceClass, afterMs: 1_499_999 })).toBe(true);
      expect(allows('any', { serviceClass, afterMs: 1_500_000 })).toBe(false);
    },
  );

  it.each(['dns', 'compute', '__proto__'])(
    'lets %s do nothing at all when the API does not know the time',
    (serviceClass) => {
      const allows = keyOfPolicy(without('now', withDeadline(policy, 900, { now })));
      expect(allows('any', { serviceClass })).toBe(false);
    },
  );

  it.each([1, 60, 86_400, 365 * 86_400])('holds for %i seconds', (ttlSeconds) => {
    const allows = keyOfPolicy(withDeadline(policy, ttlSeconds, { now }));
    expect(allows('any', { serviceClass: 'dns', afterMs: ttlSeconds * 1000 })).toBe(true);
    expect(allows('any', { serviceClass: 'dns', afterMs: ttlSeconds * 1000 + 1 })).toBe(false);
  });

  // A duration that CEL cannot hold makes a rule that is skipped, and a key that never ends.
  it.each([0, -1, 0.5, Number.NaN, Infinity, 365 * 86_400 + 1, 1e10, 1e21, '900' as never])(
    'refuses %j seconds',
    (ttlSeconds) => {
      expect(() => withDeadline(policy, ttlSeconds, { now })).toThrowError(
        expect.objectContaining({ code: 'ERR_DURATION_INVALID', field: 'ttl' }),
      );
    },
  );

  it('refuses a policy that leaves classes open which it does not list', () => {
    const open: IamPolicy = { ...policy, 'default-service-strategy': 'allow' };
    expect(() => withDeadline(open, 900, { now })).toThrowError(
      expect.objectContaining({ code: 'ERR_POLICY_INVALID', field: 'policy' }),
    );
  });
});

/** The policy as an API reads it that has no such variable. */
function without(variable: string, { services, ...rest }: IamPolicy): IamPolicy {
  const unknown = (service: IamServicePolicy): IamServicePolicy =>
    service.type === 'rules'
      ? {
          type: 'rules',
          rules: service.rules.map(({ action, expression }) => ({
            action,
            expression: expression.replaceAll(`(${variable})`, '(absent)'),
          })),
        }
      : service;
  const entries = Object.entries(services).map(([name, service]) => [name, unknown(service)]);
  return { ...rest, services: Object.fromEntries(entries) as IamPolicy['services'] };
}
