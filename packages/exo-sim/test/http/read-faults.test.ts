import { describe, expect, it } from 'vitest';

import { createFaultPlan } from '../../src/http/faults.ts';
import { readFaults } from '../../src/http/read-faults.ts';

describe('faults from JSON', () => {
  it('are taken as they are', () => {
    const faults = [
      { operation: 'create-api-key', dropConnection: 'after' },
      { operation: 'create-access-key', method: 'post', after: 1, times: 2, delayMs: 0 },
      { path: '/v2/zone', respond: { status: 503, headers: { 'retry-after': '1' }, body: 'busy' } },
      { respond: { status: 400, body: { message: 'no' } } },
      { respond: { status: 204 } },
      {},
    ];
    expect(readFaults(faults, 'file')).toEqual(faults);
  });

  it('can say what JSON has no value for', () => {
    const [fault] = readFaults([{ path: { pattern: '^/v2/iam' }, times: 'always' }], 'file');
    expect(fault).toEqual({ path: /^\/v2\/iam/, times: Infinity });
    const plan = createFaultPlan();
    if (fault) plan.add(fault);
    const subject = { operation: undefined, method: 'GET', path: '/v2/iam-role' };
    expect([1, 2, 3].map(() => plan.take(subject))).toEqual([fault, fault, fault]);
  });
});

it.each([
  [{}],
  [[1]],
  [[{ operations: 'create-api-key' }]],
  [[{ toString: 1 }]],
  [[{ operation: 'create-api-kee' }]],
  [[{ operation: 1 }]],
  [[{ method: '' }]],
  [[{ method: 1 }]],
  [[{ path: 'v2/zone' }]],
  [[{ path: { pattern: '(' } }]],
  [[{ path: { pattern: 1 } }]],
  [[{ path: { pattern: 'a', flags: 'i' } }]],
  [[{ path: null }]],
  [[{ after: -1 }]],
  [[{ times: 1.5 }]],
  [[{ times: 'never' }]],
  [[{ delayMs: 2 ** 31 }]],
  [[{ dropConnection: true }]],
  [[{ dropConnection: 'after', respond: { status: 503 } }]],
  [[{ dropConnection: 'before', respond: { status: 503 } }]],
  [[{ respond: 1 }]],
  [[{ respond: { status: 199 } }]],
  [[{ respond: { status: 600 } }]],
  [[{ respond: { status: 200.5 } }]],
  [[{ respond: { status: 200, text: '' } }]],
  [[{ respond: { status: 204, body: 'x' } }]],
  [[{ respond: { status: 200, body: 1 } }]],
  [[{ respond: { status: 200, headers: [] } }]],
  [[{ respond: { status: 200, headers: { 'a b': 'c' } } }]],
  [[{ respond: { status: 200, headers: { a: 'b\nc' } } }]],
  [[{ respond: { status: 200, headers: { a: 1 } } }]],
])('%j is refused', (faults) => {
  expect(() => readFaults(faults, 'file')).toThrow(
    expect.objectContaining({ code: 'ERR_INVALID_FAULTS' }),
  );
});

it.each([
  ['a delay', { delayMs: 1n }],
  ['a body', { respond: { status: 200, body: { size: 1n } } }],
])('%s that JSON cannot hold is refused', (_, fault) => {
  expect(() => readFaults([fault], 'file')).toThrow(
    expect.objectContaining({ code: 'ERR_INVALID_FAULTS' }),
  );
});
