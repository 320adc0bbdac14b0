import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { IamPolicy } from '../../src/resources/iam-policy.ts';
import { withDeadline } from '../../src/scope/with-deadline.ts';
import { wrapExpression } from '../../src/scope/wrap-expression.ts';
import { createdAt, keyOfPolicy, type Question } from '../support/key-of-policy.ts';

const backslash = '\\';

// Balanced, so wrapped, whether CEL can evaluate them or not.
const complete: readonly string[] = [
  'true',
  'false',
  '',
  '1',
  "'true'",
  'absent',
  'true, true',
  'true // the end',
  'true // ) || (true',
  "true // '",
  'true // (\r\n',
  'true\r\n&& true',
  '// only this',
  "operation == 'list-zones'",
  'operation in [\'list-zones\', "list-instances"]',
  "operation.matches('^(list|get)-.*')",
  `operation.matches(r'^list-${backslash}w+$')`,
  `operation == r'${backslash}' || true`,
  `operation != '${backslash}') || (true'`,
  `operation != "${backslash}") || (true"`,
  `operation != '''it's ") ' || (true'''`,
  'operation != """a\n) "" || (true"""',
  `operation != '${backslash}x29${backslash}051${backslash}u0029${backslash}U00000029'`,
  "operation != '// not a comment' && true",
  "b') ' == b') '",
  "rb') ' == br') ' || true",
  `size({'a': [1, (2)]}) == 1 && {'b': 2}['b'] == 2`,
  "operation == 'list-zones' ? true : false",
  "parameters.has('bucket') && parameters.bucket == 'mine'",
  "parameters.bucket == 'mine' || operation == 'list-zones'",
  "operation != 'é ) \u{1F511}'",
  "operation != 'V'",
];

// Not to be wrapped: each could end the bracket, or hide its end.
const incomplete: readonly string[] = [
  'true) || (true',
  ') || (true',
  'true)',
  '(true',
  '[(true])',
  '{(true})',
  'true // x\n) || (true',
  "'a' == 'a') || ('b' == 'b'",
  `r'${backslash}') || (r'${backslash}' == ''`,
  `'''a''') || ('''b''' == ''`,
  `''') || (true`,
  "'unfinished",
  "'''unfinished''",
  "'line\nbreak' == ''",
  `'${backslash}`,
  `'${backslash}q'`,
  `'${backslash}400'`,
  `'${backslash}05'`,
  `'${backslash}x2'`,
  `'${backslash}u002'`,
  `'${backslash}U0000002'`,
  "x'a'",
  "operatorr'a'",
  "1r'a'",
  'true // x\r) || (true',
  'true\rfalse',
  "'''a\rb''' == ''",
  "'a\vb' == ''",
  'true // x\u2028) || (true',
  'true // x\u0085) || (true',
  'true\v',
  'true; true',
  'true # (',
  '`a`',
  'a\u00A0b',
  '\uFEFFtrue',
  '\u0000',
];

describe('wrapExpression', () => {
  it.each(complete)('wraps %j', (expression) => {
    expect(wrapExpression(expression, 'true')).toBe(`true && (\n${expression}\n)`);
  });

  it.each(incomplete)('refuses %j', (expression) => {
    expect(() => wrapExpression(expression, 'true')).toThrowError(
      expect.objectContaining({ code: 'ERR_POLICY_INVALID', field: 'policy' }),
    );
  });

  it('says where and why, and quotes nothing of the expression', () => {
    expect(() => wrapExpression('private) || (private', 'true')).toThrowError(
      expect.objectContaining({
        message: expect.stringMatching(/^(?!.*private).*closes at position 7/),
      }),
    );
    expect(() => wrapExpression('private; private', 'true')).toThrowError(
      expect.objectContaining({
        message: expect.stringMatching(/^(?!.*private).*unknown character at position 7/),
      }),
    );
  });
});

const pieces = fc.constantFrom(
  'true',
  'false',
  'operation',
  "'list-zones'",
  ' == ',
  ' && ',
  ' || ',
  '(',
  ')',
  '[',
  ']',
  '!',
  '//',
  '\n',
  '\r',
  "'",
  '"',
  "'''",
  backslash,
  "r'",
  "b'",
  ' ',
  'now',
  ',',
  '? true : false',
);
const built = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));
const joined = fc
  .tuple(fc.constantFrom(...complete, ...incomplete), fc.constantFrom(...complete, ...incomplete))
  .map(([left, right]) => `${left} || ${right}`);

const questions: readonly (readonly [string, Question])[] = [
  ['list-zones', {}],
  ['list-instances', {}],
  ['get-object', { bucket: 'mine' }],
];

describe('a policy with its deadline', () => {
  it('allows the same as without it before, and nothing after, whatever the expression', () => {
    let wrapped = 0;
    const expressions = fc.oneof(fc.constantFrom(...complete, ...incomplete), joined, built);
    const ttl = fc.integer({ min: 1, max: 86_400 });
    fc.assert(
      fc.property(expressions, fc.boolean(), ttl, (expression, behindDenial, ttlSeconds) => {
        const original = policyOf(expression, behindDenial);
        const bounded = attempt(original, ttlSeconds);
        if (bounded === undefined) return;
        wrapped += 1;
        const before = keyOfPolicy(original);
        const after = keyOfPolicy(bounded);
        for (const [name, question] of questions) {
          const asked = { ...question, serviceClass: 'compute' };
          for (const afterMs of [0, ttlSeconds * 1000]) {
            const at = { ...asked, afterMs };
            expect([name, after(name, at)]).toEqual([name, before(name, at)]);
          }
          const late = { ...asked, afterMs: ttlSeconds * 1000 + 600_000 };
          expect(after(name, late)).toBe(false);
          // Without the rule that denies, the condition alone.
          expect(keyOfPolicy(withoutDenial(bounded))(name, late)).toBe(false);
        }
      }),
      { numRuns: 1500 },
    );
    expect(wrapped).toBeGreaterThan(300);
  });
});

function policyOf(expression: string, behindDenial: boolean): IamPolicy {
  const denial = { action: 'deny', expression: "operation == 'list-instances'" } as const;
  const rules = [...(behindDenial ? [denial] : []), { action: 'allow', expression } as const];
  return {
    'default-service-strategy': 'deny',
    services: { compute: { type: 'rules', rules } },
  };
}

function withoutDenial(policy: IamPolicy): IamPolicy {
  const { compute } = policy.services;
  const rules = compute?.type === 'rules' ? compute.rules.slice(1) : [];
  return { ...policy, services: { compute: { type: 'rules', rules } } };
}

function attempt(policy: IamPolicy, ttlSeconds: number): IamPolicy | undefined {
  try {
    return withDeadline(policy, ttlSeconds, { now: createdAt });
  } catch {
    return undefined;
  }
}
