import { beforeEach, describe, expect, it } from 'vitest';

import type { Fault } from '../../src/http/fault.ts';
import { createFaultPlan, type FaultPlan } from '../../src/http/faults.ts';

const subject = { operation: 'create-api-key', method: 'POST', path: '/v2/api-key' };
let plan: FaultPlan;

beforeEach(() => {
  plan = createFaultPlan();
});

function strikes(fault: Fault, requests: number): boolean[] {
  plan.add(fault);
  return Array.from({ length: requests }, () => plan.take(subject) === fault);
}

describe('how often', () => {
  it('strikes once unless told otherwise', () => {
    expect(strikes({}, 3)).toEqual([true, false, false]);
  });

  it('lets requests pass first, then strikes as often as told', () => {
    expect(strikes({ after: 1, times: 2 }, 5)).toEqual([false, true, true, false, false]);
  });

  it('strikes for ever', () => {
    expect(strikes({ times: Infinity }, 4)).toEqual([true, true, true, true]);
  });

  it('strikes one after the other', () => {
    const first = { delayMs: 1 };
    plan.add(first);
    expect(strikes({ delayMs: 2 }, 3)).toEqual([false, true, false]);
  });

  it('is never an answer and none', () => {
    const fault = { dropConnection: 'after', respond: { status: 503 } } as const;
    expect(() => plan.add(fault)).toThrow(expect.objectContaining({ code: 'ERR_INVALID_FAULTS' }));
    expect(plan.take(subject)).toBeUndefined();
  });

  it('forgets everything on clear', () => {
    plan.add({ times: Infinity });
    plan.clear();
    expect(plan.take(subject)).toBeUndefined();
  });
});

describe('which requests', () => {
  it.each([
    [{ operation: 'create-api-key' }, true],
    [{ operation: 'list-api-keys' }, false],
    [{ method: 'post' }, true],
    [{ method: 'GET' }, false],
    [{ path: '/v2/api-key' }, true],
    [{ path: '/v2/api' }, false],
    [{ path: /api-key$/ }, true],
    [{ path: /^api/ }, false],
    [{ operation: 'create-api-key', method: 'GET' }, false],
  ])('%o: %s', (fault, expected) => {
    expect(strikes(fault, 1)).toEqual([expected]);
  });

  it('is not confused by where a global pattern stopped', () => {
    expect(strikes({ path: /api/g, times: 3 }, 3)).toEqual([true, true, true]);
  });
});

describe('a fault given in code', () => {
  it.each([
    { times: 'always' },
    { times: Number.NaN },
    { times: -1 },
    { operation: 'create-api-kee' },
    { operations: 'create-api-key' },
    { path: { pattern: 'a' } },
    { respond: { status: 1 } },
    { delayMs: '1' },
    undefined,
  ])('%j is refused', (fault) => {
    expect(() => plan.add(fault as Fault)).toThrow(
      expect.objectContaining({ code: 'ERR_INVALID_FAULTS' }),
    );
    expect(plan.take(subject)).toBeUndefined();
  });

  it('may leave members undefined', () => {
    const fault = { operation: undefined, delayMs: 1 } as unknown as Fault;
    plan.add(fault);
    expect(plan.take(subject)).toBe(fault);
  });
});
