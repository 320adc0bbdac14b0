// A scope within its ceiling passes, and one that exceeds it is refused with what is too much.
import { compileScope, type Scope } from '@x/exo-iam';
import { array, assert, constantFrom, property, record, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  checkCeiling,
  pollingWithin,
  type RequestedScope,
} from '../../src/policy/check-ceiling.ts';
import type { Rule } from '../../src/policy/config.ts';

const role = '0f6f6b1c-8c5c-4d5f-9d3b-2f1f5f0b7a11';

function ruleOf(scope: Scope): Pick<Rule, 'name' | 'ceiling'> {
  return { name: 'r', ceiling: { kind: 'scope', scope, compiled: compileScope(scope) } };
}

function excess(ceiling: Scope, scope: RequestedScope): unknown {
  try {
    checkCeiling(ruleOf(ceiling), scope);
    return [];
  } catch (error) {
    return (error as { excess?: unknown }).excess;
  }
}

describe('checkCeiling', () => {
  it.each<[Scope, RequestedScope, string[]]>([
    [{ operations: ['reset-instance'] }, { operations: ['reset-instance'] }, []],
    [
      { operations: ['list-zones'] },
      { operations: ['list-zones', 'list-instances'] },
      ['list-instances'],
    ],
    [{ tags: ['compute'] }, { operations: ['list-instances'] }, []],
    [{ tags: ['compute'] }, { tags: ['compute'] }, []],
    [{ tags: ['compute:read'] }, { tags: ['compute'] }, ['class compute as a whole']],
    [
      { operations: ['list-zones'] },
      { operations: ['list-zones'], getOperation: 'allow' },
      ['get-operation'],
    ],
    [{ tags: ['sos'], resources: ['sos/bucket:aaa'] }, { tags: ['sos'] }, ['every bucket']],
    [
      { tags: ['sos'], resources: ['sos/bucket:aaa'] },
      { operations: ['get-object'], resources: ['sos/bucket:aaa', 'sos/bucket:bbb'] },
      ['sos/bucket:bbb'],
    ],
    [
      { operations: ['get-object'], resources: ['sos/bucket:aaa'] },
      { tags: ['sos'], resources: ['sos/bucket:aaa'] },
      ['class sos as a whole'],
    ],
    [
      { tags: ['sos'], resources: ['sos/bucket:aaa'] },
      { operations: ['get-object', 'delete-bucket'], resources: ['sos/bucket:aaa'] },
      ['delete-bucket'],
    ],
    [
      { operations: ['reset-instance'], getOperation: 'deny' },
      { operations: ['reset-instance'] },
      ['get-operation'],
    ],
    [{ operations: ['list-zones'] }, { role }, [`role ${role}`]],
  ])('%j against %j leaves %j', (ceiling, scope, expected) => {
    expect(excess(ceiling, scope)).toEqual(expected);
  });

  it('leaves get-operation out of a lease whose ceiling denies it', () => {
    const { ceiling } = ruleOf({ operations: ['reset-instance'], getOperation: 'deny' });
    const granted = (['auto', undefined, 'allow'] as const).map((asked) =>
      pollingWithin(ceiling, asked),
    );
    expect(granted).toEqual(['deny', 'deny', 'allow']);
    expect(pollingWithin(ruleOf({ operations: ['reset-instance'] }).ceiling, 'auto')).toBe('auto');
  });

  it('compares a role by its id', () => {
    const rule = { name: 'r', ceiling: { kind: 'role', role } } as const;
    expect(() => checkCeiling(rule, { role })).not.toThrow();
    for (const scope of [{ role: 'deployer' }, { operations: ['list-zones'] }]) {
      expect(() => checkCeiling(rule, scope)).toThrow(
        expect.objectContaining({ code: 'ERR_CEILING' }) as Error,
      );
    }
  });

  it.each<RequestedScope>([{}, { operations: ['nope'] }, { role, operations: ['list-zones'] }])(
    'refuses %j, which cannot be compiled',
    (scope) => {
      expect(() => checkCeiling(ruleOf({ operations: ['list-zones'] }), scope)).toThrow(
        expect.objectContaining({ code: 'ERR_SCOPE_INVALID' }) as Error,
      );
    },
  );

  it('never passes an operation that the ceiling does not have', () => {
    const operations = [
      'list-zones',
      'list-instances',
      'reset-instance',
      'get-object',
      'list-buckets',
    ];
    const scopes = record({
      operations: subarray(operations),
      tags: array(constantFrom('compute', 'compute:read', 'sos', 'instance'), { maxLength: 2 }),
    });
    assert(
      property(scopes, scopes, (ceiling, scope) => {
        if ([ceiling, scope].some((each) => each.operations.length + each.tags.length === 0))
          return;
        expect(excess(scope, scope)).toEqual([]);
        if ((excess(ceiling, scope) as string[]).length > 0) return;
        const { operations: held, policy } = compileScope(ceiling);
        const asked = compileScope(scope);
        const beyond = Object.entries(asked.operations).flatMap(([name, each]) =>
          policy.services[name]?.type === 'allow'
            ? []
            : each.filter((one) => !asked.added.includes(one) && !(held[name] ?? []).includes(one)),
        );
        expect(beyond).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
