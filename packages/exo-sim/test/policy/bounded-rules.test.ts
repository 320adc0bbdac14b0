// Rules that would take very long are stopped, and say so.
import { describe, expect, it } from 'vitest';

import { createSimulator } from '../../src/index.ts';
import { evaluateRules } from '../../src/policy/evaluate-policy.ts';
import type { IamPolicyRule } from '../../src/policy/iam-policy.ts';
import { denyAllBut } from '../support/client.ts';

const allow = (expression: string): IamPolicyRule => ({ action: 'allow', expression });

function decide(expression: string): { allowed: boolean; notes: string[] } {
  const notes: string[] = [];
  const bindings = {
    parameters: {
      name: `${'a'.repeat(40)}!`,
      list: Array.from({ length: 30 }, (_, i) => BigInt(i)),
    },
    resources: { vpc: { name: 'a', tags: ['x'] } },
  };
  const { allowed } = evaluateRules([allow(expression)], bindings, {
    onNote: (note) => notes.push(note),
  });
  return { allowed, notes };
}

describe('matches', () => {
  it.each([
    ["parameters.name.matches('^(a+)+$')", false],
    ["parameters.name.matches('a!')", true],
    ["matches(parameters.name, 'a!') && !matches(parameters.name, '^(a+)+$')", true],
    ["matches('a' + parameters.name, string(1)) || matches('a', 1)", false],
    ["!parameters.name.matches('b') && [parameters.name].all(x, x.matches('^a'))", true],
    // RE2 has Unicode classes and scoped flags, and neither look-ahead nor back-references.
    [String.raw`'é'.matches('^\\pL$') && 'A'.matches('(?i:a)')`, true],
    ["parameters.name.matches('(?=a)')", false],
    [String.raw`'aa'.matches('^(a)\\1$')`, false],
  ])('%s: %s', (expression, allowed) => {
    expect(decide(expression)).toEqual({ allowed, notes: [] });
  });
});

describe('a rule without an end in sight', () => {
  it.each([
    'parameters.list.all(a, parameters.list.all(b, parameters.list.all(c, parameters.list.all(d, parameters.list.all(e, parameters.list.all(f, a + b + c + d + e + f >= 0))))))',
    'parameters.list.map(a, parameters.list.map(b, parameters.list.map(c, parameters.list.map(d, parameters.list.map(e, a))))).size() > 0',
  ])('%s counts as invalid', (expression) => {
    const { allowed, notes } = decide(`${expression} || true`);
    expect(allowed).toBe(false);
    expect(notes).toEqual([expect.stringContaining('200 ms')]);
  });

  it('does not disturb the ones after it', () => {
    expect(decide('parameters.list.exists(a, a == 29)').allowed).toBe(true);
    expect(decide('parameters.list.map(a, a / 0).size() > 0').allowed).toBe(false);
  });
});

describe('a member of resources that is not filled', () => {
  it.each([
    ["resources.dns_domain.unicode_name == 'a'", ['resources.dns_domain']],
    ["resources.vpc.id == 'a' || resources.vpc.id == 'b'", ['resources.vpc.id']],
    ['has(resources.vpc.id)', ['resources.vpc.id']],
    ["resources.has('x') || resources['y'] == 1", ['resources.x', 'resources.y']],
    ["resources.vpc.name == 'a' && 'x' in resources.vpc.tags", []],
    ["false && resources.vpc.id == 'a'", []],
  ])('%s reports %j', (expression, names) => {
    const { notes } = decide(expression);
    expect(notes).toEqual(names.map((name) => expect.stringContaining(`reads ${name},`)));
  });
});

it('is decided without a listener, too', () => {
  const rules = [allow("resources.vpc.name == 'a' || true")];
  expect(evaluateRules(rules, { resources: {} })).toEqual({ allowed: true, ruleIndex: 0 });
  const policy = denyAllBut({ sos: { type: 'rules', rules } });
  const simulator = createSimulator({ parentKey: { apiKey: 'k', apiSecret: 's', policy } });
  const question = { apiKey: 'k', operation: 'get-object', serviceClass: 'sos' };
  expect(simulator.decide(question).allowed).toBe(true);
});
