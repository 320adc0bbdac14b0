import { describe, expect, it } from 'vitest';

import { evaluatePolicy, type Verdict } from '../../src/policy/evaluate-policy.ts';
import type { IamPolicyRule } from '../../src/policy/iam-policy.ts';

const allow = (expression: string): IamPolicyRule => ({ action: 'allow', expression });
const deny = (expression: string): IamPolicyRule => ({ action: 'deny', expression });

const bindings = {
  service: 'sos',
  operation: 'get-object',
  now: '2026-01-01T00:10:00.000Z',
  source_ip: '203.0.113.7',
  identity: { created: '2026-01-01T00:05:00.000Z' },
  parameters: { bucket: 'reports', size: 10n },
};

const decide = (...rules: IamPolicyRule[]): Verdict =>
  evaluatePolicy(
    { 'default-service-strategy': 'allow', services: { sos: { type: 'rules', rules } } },
    bindings,
  );

describe('a class with rules', () => {
  it('is decided by the first rule that is true', () => {
    expect(decide(allow('false'), deny('true'), allow('true'))).toEqual({
      allowed: false,
      ruleIndex: 1,
    });
  });

  it('is denied when no rule is true, whatever the default strategy', () => {
    expect(decide(allow('false'))).toEqual({ allowed: false });
    expect(decide()).toEqual({ allowed: false });
  });

  it.each(['foo(', 'parameters.bukket == "x"', 'nowhere.x', '1', '"true"'])(
    'skips %s, which is never true',
    (expression) => {
      expect(decide(deny(expression), allow('true'))).toEqual({ allowed: true, ruleIndex: 1 });
    },
  );

  it('gives the same verdict when the rule is evaluated again', () => {
    const policy = {
      'default-service-strategy': 'deny',
      services: { sos: { type: 'rules', rules: [allow("operation == 'get-object'")] } },
    } as const;
    expect(evaluatePolicy(policy, bindings).allowed).toBe(true);
    expect(evaluatePolicy(policy, bindings).allowed).toBe(true);
    expect(evaluatePolicy(policy, { ...bindings, operation: 'put-object' }).allowed).toBe(false);
  });
});

describe('a class without rules', () => {
  const policyOf = (services: object): Parameters<typeof evaluatePolicy>[0] => ({
    'default-service-strategy': 'deny',
    services: services as never,
  });

  it('is decided by its type', () => {
    expect(evaluatePolicy(policyOf({ sos: { type: 'allow' } }), bindings)).toEqual({
      allowed: true,
    });
    expect(evaluatePolicy(policyOf({ sos: { type: 'deny' } }), bindings)).toEqual({
      allowed: false,
    });
    expect(evaluatePolicy(policyOf({ sos: { type: 'rules' } }), bindings)).toEqual({
      allowed: false,
    });
  });

  it('takes the default strategy when it is not listed', () => {
    expect(evaluatePolicy(policyOf({ dns: { type: 'allow' } }), bindings)).toEqual({
      allowed: false,
    });
    expect(evaluatePolicy({ 'default-service-strategy': 'allow', services: {} }, bindings)).toEqual(
      { allowed: true },
    );
  });

  it('does not take a member of every object for a listed class', () => {
    const question = { ...bindings, service: 'constructor' };
    expect(evaluatePolicy(policyOf({}), question)).toEqual({ allowed: false });
  });
});

describe('the language of expressions', () => {
  it('takes lists and chains as long as a policy may need', () => {
    const names = Array.from({ length: 2000 }, (_, index) => `'operation-${index}'`);
    expect(decide(allow(`operation in [${names.join(', ')}, 'get-object']`)).allowed).toBe(true);
    const chain = names.map((name) => `operation == ${name}`).join(' || ');
    expect(decide(allow(`${chain} || true`)).allowed).toBe(true);
  });

  it.each([
    "operation in ['get-object', 'head-object']",
    "operation.startsWith('get-')",
    "operation.matches('^get-')",
    "parameters.bucket == 'reports' && parameters.size == 10",
    "parameters.has('bucket') && !parameters.has('key') && !parameters.has('toString')",
    'int(parameters.size()) == 2',
    "source_ip.inIpRange('203.0.113.0/24')",
    "timestamp(identity.created) < timestamp(now) - duration('299s')",
    "!(timestamp(identity.created) < timestamp(now) - duration('5m'))",
  ])('knows %s', (expression) => {
    expect(decide(allow(expression))).toEqual({ allowed: true, ruleIndex: 0 });
  });
});
