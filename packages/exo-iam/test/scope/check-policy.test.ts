import { serviceClasses } from '@x/exo-operations';
import { describe, expect, it } from 'vitest';

import { checkPolicy } from '../../src/scope/check-policy.ts';

const deny = { 'default-service-strategy': 'deny' };
const rule = { action: 'allow', expression: 'true' };

function withService(service: unknown): unknown {
  return { ...deny, services: { dns: service } };
}

function withRule(change: object): unknown {
  return withService({ type: 'rules', rules: [rule, { ...rule, ...change }] });
}

const misfits: readonly (readonly [string, unknown, RegExp])[] = [
  ['nothing', undefined, /the top level is not an object/],
  ['null', null, /the top level is not an object/],
  ['text', '{}', /the top level is not an object/],
  ['a list', [], /the top level is not an object/],
  ['no strategy', { services: {} }, /default-service-strategy is undefined/],
  ['another strategy', { 'default-service-strategy': 'rules', services: {} }, /is "rules"/],
  ['no services', deny, /services is not an object/],
  ['services that are a list', { ...deny, services: [] }, /services is not an object/],
  ['a service that is null', withService(null), /services\.dns is not an object/],
  ['a service without a type', withService({}), /services\.dns\.type is undefined/],
  ['a type like a member of Object', withService({ type: 'toString' }), /is "toString"/],
  ['rules that are an object', withService({ type: 'rules', rules: {} }), /rules is not a list/],
  [
    'a rule that is text',
    withService({ type: 'rules', rules: ['true'] }),
    /rules\[0\] is not an obj/,
  ],
  [
    'an action',
    withRule({ action: 'permit' }),
    /rules\[1\]\.action is "permit"\. Expected "allow" or "deny"/,
  ],
  [
    'an expression that is none',
    withRule({ expression: true }),
    /rules\[1\]\.expression is empty or not a s/,
  ],
  [
    'an empty expression',
    withRule({ expression: ' \n' }),
    /rules\[1\]\.expression is empty or not a string/,
  ],
];

const misfitsByHand: readonly (readonly [string, unknown, RegExp])[] = [
  ['allowing by default', { 'default-service-strategy': 'allow', services: {} }, /is "allow"/],
  [
    'a class that nobody knows',
    { ...deny, services: { computer: { type: 'allow' } } },
    /compute\?/,
  ],
  [
    'a class like a member of Object',
    JSON.parse('{"default-service-strategy":"deny","services":{"__proto__":{"type":"allow"}}}'),
    /services\.__proto__ is not a known service class/,
  ],
  ['a known class in upper case', { ...deny, services: { SOS: { type: 'allow' } } }, /mean sos\?/],
  [
    'a class that no API would have',
    { ...deny, services: { 'Concrete AI': { type: 'deny' } } },
    /is not a known service class/,
  ],
  [
    'a class with junk in front',
    { ...deny, services: { '9concrete-ai': { type: 'deny' } } },
    /is not a known service class/,
  ],
  [
    'a class with junk behind',
    { ...deny, services: { 'concrete-ai!': { type: 'deny' } } },
    /is not a known service class/,
  ],
  ['a policy inside that is null', { ...deny, services: {}, policy: null }, /the member "policy"/],
  ['an empty list of rules', withService({ type: 'rules', rules: [] }), /rules is empty/],
  ['rules that nobody reads', withService({ type: 'allow', rules: [rule] }), /beside "allow"/],
  ['a member of the policy', { ...deny, services: {}, version: 1 }, /the member "version"/],
  ['a member of a class', withService({ type: 'allow', operations: [] }), /member "operations"/],
  ['a member of a rule', withRule({ experssion: 'x' }), /"experssion" \(did you mean expression/],
  [
    'resources of a rule',
    withRule({ resources: ['sos/bucket:a'] }),
    /resources has no effect, since/,
  ],
  [
    'resources that are not a list',
    withRule({ resources: 'sos/bucket:a' }),
    /has no effect, since the API ignores it/,
  ],
];

describe('checkPolicy', () => {
  it.each([...serviceClasses.map(({ name }) => name), 'compute-legacy'])('knows %s', (name) => {
    const policy = { ...deny, services: { [name]: { type: 'allow' } } };
    expect(checkPolicy(policy)).toBe(policy);
  });

  it('takes what tools write beside: empty lists that say nothing', () => {
    const services = {
      dns: { type: 'rules', rules: [{ ...rule, resources: [] }] },
      sos: { type: 'rules', rules: [{ ...rule, resources: null }] },
      iam: { type: 'deny', rules: [] },
      compute: { type: 'allow', rules: null },
    };
    expect(() => checkPolicy({ ...deny, services })).not.toThrow();
  });

  it.each([{ type: 'rules' }, { type: 'rules', rules: null }])(
    'takes %j, which Terraform sends for a class that is denied',
    (service) => {
      for (const origin of ['policy', 'template'] as const) {
        const services = { sos: { type: 'allow' }, dns: service };
        expect(checkPolicy({ ...deny, services }, origin)).toEqual({
          ...deny,
          services: { sos: { type: 'allow' }, dns: { type: 'deny' } },
        });
      }
    },
  );

  it.each([{}, { services: {} }])(
    'refuses a whole role, and says what of it is the policy: %j',
    (beside) => {
      const role = { name: 'deployer', policy: { ...deny, services: {} }, ...beside };
      expect(() => checkPolicy(role)).toThrowError(
        expect.objectContaining({
          code: 'ERR_POLICY_INVALID',
          message: expect.stringMatching(/is a whole role.* value of its member "policy" alone/),
        }),
      );
    },
  );

  it('takes a class that the catalogue does not know', () => {
    const policy = { ...deny, services: { 'concrete-ai': { type: 'allow' } } };
    expect(checkPolicy(policy)).toBe(policy);
  });

  it.each([...misfits, ...misfitsByHand])('refuses %s', (_, policy, place) => {
    expect(() => checkPolicy(policy)).toThrowError(
      expect.objectContaining({
        code: 'ERR_POLICY_INVALID',
        field: 'policy',
        message: expect.stringMatching(`^In the policy, .*${place.source}`),
      }),
    );
  });

  it.each(misfits)('refuses a template with %s', (_, policy, place) => {
    expect(() => checkPolicy(policy, 'template')).toThrowError(
      expect.objectContaining({
        code: 'ERR_POLICY_INVALID',
        field: 'template',
        message: expect.stringMatching(`^In the policy of the template, .*${place.source}`),
      }),
    );
  });

  it.each(misfitsByHand)('takes a template with %s: the API has it already', (_, policy) => {
    expect(checkPolicy(policy, 'template')).toBe(policy);
  });

  it('does not hide other errors', () => {
    const policy = {
      get services(): never {
        throw new RangeError('of the caller');
      },
    };
    expect(() => checkPolicy(policy)).toThrow(RangeError);
  });
});
