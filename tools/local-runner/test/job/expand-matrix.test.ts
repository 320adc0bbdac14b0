import { describe, expect, it } from 'vitest';

import { expandMatrix } from '../../src/job/expand-matrix.ts';

const scope = { contexts: { vars: { LIST: '["x","y"]', NO: 'false' } } };

function legs(matrix: unknown, leg?: Record<string, unknown>): unknown[] {
  const strategy = { matrix, failFast: undefined };
  return expandMatrix({ strategy, leg, scope }).map((each) => each.matrix);
}

describe('expandMatrix', () => {
  it('combines the lists', () => {
    expect(legs({ a: [1, 2], b: ['x', 'y'] })).toEqual([
      { a: 1, b: 'x' },
      { a: 1, b: 'y' },
      { a: 2, b: 'x' },
      { a: 2, b: 'y' },
    ]);
  });

  it('evaluates expressions in it', () => {
    expect(legs({ a: '${{ fromJSON(vars.LIST) }}' })).toEqual([{ a: 'x' }, { a: 'y' }]);
    expect(legs('${{ fromJSON(\'{"a":[1]}\') }}')).toEqual([{ a: 1 }]);
    expect(legs({ a: ['${{ vars.NO }}', { deep: '${{ vars.NO }}' }, null] })).toEqual([
      { a: 'false' },
      { a: { deep: 'false' } },
      { a: null },
    ]);
  });

  it('is one empty leg without a matrix', () => {
    expect(legs(undefined)).toEqual([{}]);
  });

  it('takes the leg that was asked for, whatever the matrix says', () => {
    expect(legs({ include: [] }, { a: 3 })).toEqual([{ a: 3 }]);
  });

  it('numbers the legs', () => {
    const strategy = { matrix: { a: [1, 2] }, failFast: '${{ vars.NO }}' };
    const [, second] = expandMatrix({ strategy, leg: undefined, scope });
    expect(second?.strategy).toEqual({
      'fail-fast': false,
      'job-index': 1,
      'job-total': 2,
      'max-parallel': 1,
    });
  });

  it.each([
    ['UNSUPPORTED', { include: [{ a: 1 }] }],
    ['UNSUPPORTED', { a: [1], exclude: [] }],
    ['WORKFLOW_INVALID', { a: 1 }],
    ['WORKFLOW_INVALID', { a: [] }],
    ['WORKFLOW_INVALID', [1]],
    ['WORKFLOW_INVALID', 'text'],
  ])('answers with %s to %j', (code, matrix) => {
    expect(() => legs(matrix)).toThrow(expect.objectContaining({ code }));
  });
});
