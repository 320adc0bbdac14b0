import { describe, expect, it } from 'vitest';

import { isAssumeRolePolicy, isIamPolicy } from '../../src/policy/iam-policy.ts';

const policyWith = (service: unknown): object => ({
  'default-service-strategy': 'deny',
  services: { sos: service },
});

describe('isIamPolicy', () => {
  it.each([
    { 'default-service-strategy': 'allow', services: {} },
    policyWith({ type: 'deny' }),
    policyWith({ type: 'allow', rules: [] }),
    policyWith({ type: 'rules', rules: [{ action: 'deny', expression: '(((' }] }),
  ])('accepts %j', (policy) => {
    expect(isIamPolicy(policy)).toBe(true);
  });

  it.each([
    undefined,
    null,
    [],
    { services: {} },
    { 'default-service-strategy': 'maybe', services: {} },
    { 'default-service-strategy': 'deny' },
    { 'default-service-strategy': 'deny', services: [] },
    policyWith(null),
    policyWith({ type: 'some' }),
    policyWith({ type: 'rules' }),
    policyWith({ type: 'allow', rules: 1 }),
    policyWith({ type: 'rules', rules: [null] }),
    policyWith({ type: 'rules', rules: [{ action: 'maybe', expression: 'true' }] }),
    policyWith({ type: 'rules', rules: [{ action: 'allow' }] }),
  ])('rejects %j', (policy) => {
    expect(isIamPolicy(policy)).toBe(false);
  });
});

describe('isAssumeRolePolicy', () => {
  it('wants rules and nothing around them', () => {
    expect(isAssumeRolePolicy({ rules: [{ action: 'allow', expression: 'true' }] })).toBe(true);
    expect(isAssumeRolePolicy({ 'default-service-strategy': 'deny', services: {} })).toBe(false);
    expect(isAssumeRolePolicy('rules')).toBe(false);
  });
});
