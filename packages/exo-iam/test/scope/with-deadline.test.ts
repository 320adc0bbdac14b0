import { describe, expect, it } from 'vitest';

import type { IamPolicy } from '../../src/resources/iam-policy.ts';
import { withDeadline } from '../../src/scope/with-deadline.ts';
import { keyOfPolicy } from '../support/key-of-policy.ts';

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

describe('withDeadline', () => {
  it('goes first in every class that allows something', () => {
    expect(withDeadline(policy, 900).services).toMatchObject({
      dns: { type: 'rules', rules: [deadline, { action: 'allow', expression: 'true' }] },
      iam: { type: 'deny' },
      compute: { type: 'rules', rules: [deadline, { action: 'allow', expression: 'true' }] },
    });
  });

  it.each(['dns', 'compute', '__proto__', 'constructor'])('ends %s', (serviceClass) => {
    const allows = keyOfPolicy(withDeadline(policy, 900));
    expect(allows('any', { serviceClass, afterMs: 900_000 })).toBe(true);
    expect(allows('any', { serviceClass, afterMs: 900_001 })).toBe(false);
  });

  it.each([1, 60, 86_400, 365 * 86_400])('holds for %i seconds', (ttlSeconds) => {
    const allows = keyOfPolicy(withDeadline(policy, ttlSeconds));
    expect(allows('any', { serviceClass: 'dns', afterMs: ttlSeconds * 1000 })).toBe(true);
    expect(allows('any', { serviceClass: 'dns', afterMs: ttlSeconds * 1000 + 1 })).toBe(false);
  });

  // A duration that CEL cannot hold makes a rule that is skipped, and a key that never ends.
  it.each([0, -1, 0.5, Number.NaN, Infinity, 365 * 86_400 + 1, 1e10, 1e21, '900' as never])(
    'refuses %j seconds',
    (ttlSeconds) => {
      expect(() => withDeadline(policy, ttlSeconds)).toThrowError(
        expect.objectContaining({ code: 'ERR_DURATION_INVALID', field: 'ttl' }),
      );
    },
  );

  it('refuses a policy that leaves classes open which it does not list', () => {
    const open: IamPolicy = { ...policy, 'default-service-strategy': 'allow' };
    expect(() => withDeadline(open, 900)).toThrowError(
      expect.objectContaining({ code: 'ERR_POLICY_INVALID', field: 'policy' }),
    );
  });
});
