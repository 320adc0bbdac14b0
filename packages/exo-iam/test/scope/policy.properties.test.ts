// The compiled policy against an independent reading of the scope, decided by the simulator.
import { operations, s3Operations, serviceClasses } from '@x/exo-operations';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { IamPolicy, IamRule, IamServicePolicy } from '../../src/resources/iam-policy.ts';
import { compileScope } from '../../src/scope/compile-scope.ts';
import type { Scope } from '../../src/scope/scope.ts';
import { withDeadline } from '../../src/scope/with-deadline.ts';
import { createdAt, keyOfPolicy } from '../support/key-of-policy.ts';

const s3Names = s3Operations.map(({ name }) => name);
const names = [...operations.map(({ name }) => name), ...s3Names];
const classNames = serviceClasses.map(({ name }) => name);
const tagNames = [...new Set(operations.flatMap(({ tags }) => tags))];
const bucketless = new Set(['list-buckets', 'list-sos-buckets-usage']);
const bucketMaking = ['create-bucket', 'delete-bucket'];

function classOf(name: string): string {
  return operations.find((operation) => operation.name === name)?.serviceClass ?? 'sos';
}

/** What a tag stands for, by its documentation. */
function standsFor(tag: string): string[] {
  const has = (name: string, part: string): boolean =>
    part === 'read'
      ? name.startsWith('get-') || name.startsWith('list-')
      : classNames.includes(part)
        ? classOf(name) === part
        : (operations.find((each) => each.name === name)?.tags.includes(part) ?? false);
  return names.filter((name) => tag.split(':').every((part) => has(name, part)));
}

const simpleTag = fc.constantFrom('read', ...classNames, ...tagNames);
const tag = fc
  .oneof(
    simpleTag,
    fc.tuple(simpleTag, simpleTag).map(([a, b]) => `${a}:${b}`),
  )
  .filter((each) => standsFor(each).length > 0);
const anyName = fc.oneof(fc.constantFrom(...names), fc.constantFrom(...s3Names));
const named = fc
  .record({
    operations: fc.array(anyName, { maxLength: 8 }),
    tags: fc.array(tag, { maxLength: 2 }),
  })
  .filter((scope) => scope.operations.length + scope.tags.length > 0);
const bucketName = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{1,20}[a-z0-9]$/);
const ttl = fc.integer({ min: 1, max: 86_400 });

function asked(scope: Scope): Set<string> {
  return new Set([...(scope.operations ?? []), ...(scope.tags ?? []).flatMap(standsFor)]);
}

const numRuns = 60;

describe('a compiled policy', () => {
  it('allows exactly what is named until the deadline, and nothing after it', () => {
    fc.assert(
      fc.property(named, ttl, (scope, ttlSeconds) => {
        const { policy, added } = compileScope(scope);
        const allows = keyOfPolicy(withDeadline(policy, ttlSeconds, { now: createdAt }));
        const expected = asked(scope);
        for (const name of added) expected.add(name);
        const at = (afterMs: number): Set<string> =>
          new Set(names.filter((name) => allows(name, { afterMs, bucket: 'any' })));
        expect(at(0)).toEqual(expected);
        expect(at(ttlSeconds * 1000)).toEqual(expected);
        expect(at(ttlSeconds * 1000 + 1)).toEqual(new Set());
      }),
      { numRuns },
    );
  });

  it('allows operations of the storage in the buckets named alone', () => {
    const storage = fc.record({
      operations: fc.array(fc.constantFrom(...s3Names, 'list-zones'), { maxLength: 8 }),
      tags: fc.constantFrom([], ['sos'], ['sos:read']),
      buckets: fc.uniqueArray(bucketName, { minLength: 1, maxLength: 3 }),
    });
    const others = fc.array(bucketName, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(storage, others, ({ buckets, ...scope }, elsewhere) => {
        fc.pre([...asked(scope)].some((name) => classOf(name) === 'sos'));
        const resources = buckets.map((name) => `sos/bucket:${name}`);
        const allows = keyOfPolicy(
          withDeadline(compileScope({ ...scope, resources }).policy, 60, { now: createdAt }),
        );
        const expected = asked(scope);
        for (const bucket of [...buckets, ...elsewhere, undefined]) {
          const inside = bucket !== undefined && buckets.includes(bucket);
          for (const name of s3Names) {
            const question = bucket === undefined ? {} : { bucket };
            const meant = !bucketMaking.includes(name) || scope.operations.includes(name);
            const right = expected.has(name) && meant && (inside || bucketless.has(name));
            expect([name, bucket, allows(name, question)]).toEqual([name, bucket, right]);
            expect(allows(name, { ...question, afterMs: 60_001 })).toBe(false);
          }
        }
        expect(allows('list-zones')).toBe(expected.has('list-zones'));
      }),
      { numRuns },
    );
  });
});

const expression = fc.oneof(
  fc.constantFrom(
    'true',
    'false',
    "operation.startsWith('get-')",
    "operation.matches('^(list|get)-.*')",
    "parameters.bucket == 'mine'",
    "operation == '",
    'true) || (true',
    'parameters.absent == 1',
    'true // end',
    "!(operation in ['list-zones'])",
  ),
  fc.subarray(names, { maxLength: 20 }).map((list) => `operation in ${JSON.stringify(list)}`),
);
const rule: fc.Arbitrary<IamRule> = fc.record({
  action: fc.constantFrom('allow', 'deny'),
  expression,
});
const service: fc.Arbitrary<IamServicePolicy> = fc.oneof(
  fc.constantFrom<IamServicePolicy>({ type: 'allow' }, { type: 'deny' }),
  fc.record({ type: fc.constant('rules' as const), rules: fc.array(rule, { maxLength: 4 }) }),
);
const templatePolicy: fc.Arbitrary<IamPolicy> = fc.record({
  'default-service-strategy': fc.constantFrom('allow', 'deny'),
  services: fc.dictionary(fc.constantFrom(...classNames), service, { maxKeys: 5 }),
});

describe('a narrowed template', () => {
  it('allows what both the template and the scope allow, and nothing else', () => {
    const buckets = fc.constantFrom<readonly string[]>([], ['mine']);
    fc.assert(
      fc.property(templatePolicy, named, buckets, (policy, scope, inside) => {
        const resources = inside.map((name) => `sos/bucket:${name}`);
        const template = { source: 'role x', policy };
        const alone = attempt({ ...scope, resources });
        const both = attempt({ ...scope, resources, template });
        fc.pre(alone !== undefined);
        const ofTemplate = keyOfPolicy(policy);
        for (const name of names) {
          for (const bucket of ['mine', 'theirs']) {
            const expected = ofTemplate(name, { bucket }) && alone(name, { bucket });
            const allowed = both?.(name, { bucket }) ?? false;
            expect([name, bucket, allowed]).toEqual([name, bucket, expected]);
          }
        }
      }),
      { numRuns },
    );
  });
});

describe('a scope with resources', () => {
  const storage: fc.Arbitrary<IamPolicy> = fc.record({
    'default-service-strategy': fc.constantFrom('allow', 'deny'),
    services: service.map((sos) => ({ sos })),
  });
  const parts = fc.record({
    operations: fc.subarray(['get-object', 'list-zones', 'create-sos-bucket', ...bucketMaking]),
    tags: fc.subarray(['sos', 'sos:read', 'zone']),
    policy: fc.option(fc.oneof(storage, templatePolicy), { nil: undefined }),
  });

  it('allows no bucket to be made or removed unless it names the operation', () => {
    fc.assert(
      fc.property(parts, ({ policy, ...scope }) => {
        const template = policy && { source: 'role x', policy };
        const allows = attempt({ ...scope, template, resources: ['sos/bucket:mine'] });
        fc.pre(allows !== undefined);
        const asOfToday = scope.operations.map((name) => name.replace('create-sos-', 'create-'));
        for (const name of bucketMaking) {
          for (const question of [{ bucket: 'mine' }, { bucket: 'theirs' }, {}]) {
            const meant = asOfToday.includes(name) && question.bucket === 'mine';
            const excess = allows(name, question) && !meant;
            expect([name, question, excess]).toEqual([name, question, false]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

// A scope may be refused rightly: it has resources beside an open class, or nothing in common.
function attempt(scope: Scope): ReturnType<typeof keyOfPolicy> | undefined {
  try {
    return keyOfPolicy(compileScope(scope).policy);
  } catch {
    return undefined;
  }
}

describe('many entries', () => {
  it('compile as few do', () => {
    const many = Array.from({ length: 5000 }, (_, index) => names[index % names.length] ?? '');
    const { policy } = compileScope({ operations: many });
    const allows = keyOfPolicy(policy);
    expect(names.filter((name) => !allows(name, { bucket: 'any' }))).toEqual([]);
    expect(policy).toEqual(compileScope({ operations: [...new Set(many)] }).policy);
  });

  it('of buckets confine to all of them and no other', () => {
    const resources = Array.from({ length: 2000 }, (_, index) => `sos/bucket:bucket-${index}`);
    const allows = keyOfPolicy(compileScope({ resources }).policy);
    expect(allows('get-object', { bucket: 'bucket-1999' })).toBe(true);
    expect(allows('get-object', { bucket: 'bucket-2000' })).toBe(false);
  });

  it('that nobody knows are refused as one is', () => {
    const many = Array.from({ length: 2000 }, (_, index) => `${'x'.repeat(60)}${index}`);
    expect(() => compileScope({ operations: many })).toThrowError(
      expect.objectContaining({
        code: 'ERR_OPERATION_UNKNOWN',
        message: expect.stringContaining('and 1990 more'),
      }),
    );
  });
});
