import { describe, expect, it } from 'vitest';

import type { IamPolicy, IamRule, IamServicePolicy } from '../../src/resources/iam-policy.ts';
import { compileScope } from '../../src/scope/compile-scope.ts';
import type { Scope } from '../../src/scope/scope.ts';
import { keyOfPolicy } from '../support/key-of-policy.ts';

function templateOf(services: unknown, strategy: 'allow' | 'deny' = 'deny'): Scope['template'] {
  const policy = { 'default-service-strategy': strategy, services } as IamPolicy;
  return { source: 'role x', policy };
}

const rules = (...list: readonly IamRule[]): IamServicePolicy => ({ type: 'rules', rules: list });
const allow = (expression: string): IamRule => ({ action: 'allow', expression });
const deny = (expression: string): IamRule => ({ action: 'deny', expression });

describe('a template', () => {
  it('is taken over as it is when nothing narrows it', () => {
    const template = templateOf({ dns: { type: 'allow' }, 'object-storage': { type: 'allow' } });
    const scope = compileScope({ template });
    expect(scope.policy).toBe(template?.policy);
    expect(scope).toMatchObject({ operations: {}, added: [] });
  });

  it('that allows by default is only taken narrowed', () => {
    const template = templateOf({ dns: { type: 'deny' } }, 'allow');
    expect(() => compileScope({ template })).toThrowError(
      expect.objectContaining({ code: 'ERR_POLICY_INVALID', field: 'template' }),
    );
    const { policy } = compileScope({ template, operations: ['list-zones', 'list-dns-domains'] });
    const allows = keyOfPolicy(policy);
    expect(allows('list-zones')).toBe(true);
    expect(allows('list-dns-domains')).toBe(false);
    expect(allows('x', { serviceClass: 'unheard-of' })).toBe(false);
  });

  it('grants nothing for an unknown class that has the name of a member of Object', () => {
    const services: unknown = JSON.parse('{"__proto__":{"dns":{"type":"allow"},"type":"allow"}}');
    const narrowed = { template: templateOf(services), tags: ['dns'] };
    expect(() => compileScope(narrowed)).toThrowError(
      expect.objectContaining({ code: 'ERR_SCOPE_EMPTY', field: 'template' }),
    );
  });

  it.each([
    [rules(deny('false'), allow('true')), [expect.stringContaining('fail open')]],
    [rules(allow('true')), []],
    [{ type: 'allow' }, []],
  ] as const)('has a note where its denials can fail open: %j', (dns, others) => {
    const { notes } = compileScope({
      template: templateOf({ dns }),
      operations: ['list-dns-domains'],
    });
    expect(notes).toEqual([
      'The key may do what the scope names, if role x may do it too.',
      ...others,
    ]);
  });

  it('that is not a policy is refused', () => {
    for (const services of [undefined, { dns: {} }, { dns: { type: 'rules', rules: {} } }]) {
      const template = templateOf(services);
      expect(() => compileScope({ template, tags: ['dns'] })).toThrowError(
        expect.objectContaining({ code: 'ERR_POLICY_INVALID', field: 'template' }),
      );
    }
  });

  it('says what it does not have, and fails when nothing is left', () => {
    const template = templateOf({ dns: { type: 'allow' }, compute: { type: 'deny' } });
    const { policy, notes } = compileScope({ template, tags: ['dns:read', 'iam'] });
    expect(Object.keys(policy.services)).toEqual(['dns']);
    expect(notes).toContainEqual(expect.stringContaining('nothing in iam'));
    expect(() => compileScope({ template, operations: ['list-zones'] })).toThrowError(
      expect.objectContaining({ code: 'ERR_SCOPE_EMPTY', field: 'template' }),
    );
  });
});

// The API skips an expression that it cannot evaluate. None of these may become one that it obeys, or
// stop being obeyed, by what is put before it.
describe('hostile and broken rules of a template', () => {
  it.each<[string, readonly IamRule[], boolean]>([
    ['a denial that cannot be parsed', [deny("operation == '"), allow('true')], true],
    ['an allowance that cannot be parsed', [allow("true || '")], false],
    ['an allowance that closes a bracket', [allow('true) || (true')], false],
    ['an allowance with a comment', [allow('true // && false')], true],
    ['an allowance with a line break', [allow('false\n|| true')], true],
    ['an allowance that is not a boolean', [allow("'true'")], false],
    ['an allowance that fails', [allow('parameters.nothing.at.all == 1')], false],
    ['a denial of everything', [deny('true'), allow('true')], false],
    ['a denial of the operation', [deny("operation == 'list-zones'"), allow('true')], false],
    ['no rule at all', [], false],
  ])('%s', (_, list, allowed) => {
    const template = templateOf({ compute: rules(...list) });
    const { policy } = compileScope({ template, operations: ['list-zones'] });
    const allows = keyOfPolicy(policy);
    expect(allows('list-zones')).toBe(allowed);
    expect(allows('list-zones')).toBe(keyOfPolicy(template?.policy ?? policy)('list-zones'));
    expect(allows('list-instances')).toBe(false);
    expect(allows('create-instance')).toBe(false);
  });
});
