import { describe, expect, it } from 'vitest';

import { statusFunctions } from '../../src/expressions/contexts.ts';
import {
  evaluateCondition,
  evaluateTemplate,
  interpolate,
  interpolateAll,
} from '../../src/expressions/interpolate.ts';

const scope = {
  contexts: {
    env: { NAME: 'World', EMPTY: '' },
    matrix: { n: [1, 2], on: true, zero: 0, nothing: null },
  },
};

describe('interpolate', () => {
  it.each([
    ['plain', 'plain'],
    ['', ''],
    ['Hello ${{ env.NAME }}!', 'Hello World!'],
    ['${{ env.name }}${{ env.NAME }}', 'WorldWorld'],
    ["${{ '}}' }}", '}}'],
    ["${{ 'it''s }}' }}", "it's }}"],
    ['${{ env.ABSENT }}', ''],
    ['${{ }}', ''],
    ['${{ toJson(matrix.n) }}', '[\n  1,\n  2\n]'],
    ["${{ format('{0}-{1}', env.NAME, 1.5) }}", 'World-1.5'],
    ['${{ matrix.on }} ${{ matrix.nothing }}', 'true '],
  ])('turns %j into %j', (template, text) => {
    expect(interpolate(template, scope)).toBe(text);
  });

  it('interpolates the values of a mapping', () => {
    expect(interpolateAll({ A: '${{ env.NAME }}', B: 'b' }, scope)).toEqual({ A: 'World', B: 'b' });
  });

  it.each([
    '${{ env.NAME',
    '${{ 1 + }}',
    '${{ unknown.x }}',
    '${{ nothere() }}',
    "${{ fromJSON('') }}",
  ])('refuses %j', (template) => {
    expect(() => interpolate(template, scope)).toThrow(
      expect.objectContaining({ code: 'EXPRESSION_INVALID' }),
    );
  });

  it('refuses hashFiles, which it does not have', () => {
    expect(() => interpolate("${{ hashFiles('*') }}", scope)).toThrow(
      expect.objectContaining({ code: 'UNSUPPORTED' }),
    );
  });
});

describe('evaluateTemplate', () => {
  it('keeps the value of a single expression', () => {
    expect(evaluateTemplate(' ${{ matrix }} ', scope)).toEqual(scope.contexts.matrix);
  });

  it('makes a string of anything else', () => {
    expect(evaluateTemplate('n ${{ matrix.on }}', scope)).toBe('n true');
    expect(evaluateTemplate('text', scope)).toBe('text');
    expect(evaluateTemplate('', scope)).toBe('');
  });
});

describe('evaluateCondition', () => {
  const decide = (
    condition: string,
    status: 'success' | 'failure' | 'cancelled' = 'success',
    impliesSuccess = true,
  ): boolean =>
    evaluateCondition(
      condition,
      { ...scope, functions: statusFunctions(status) },
      { impliesSuccess },
    );

  it.each([
    ['', true],
    ['true', true],
    ['false', false],
    ["env.NAME == 'World'", true],
    ["${{ env.NAME == 'World' }}", true],
    ['env.EMPTY', false],
    ["'0'", true],
    ['matrix.zero', false],
    ['matrix.nothing', false],
    ['matrix.n', true],
    ['failure()', false],
    ['${{ false }} == true', true],
  ])('decides %j as %j while all is well', (condition, holds) => {
    expect(decide(condition)).toBe(holds);
  });

  it.each([
    ['', false],
    ['true', false],
    ['always()', true],
    ['Failure ( )', true],
    ['!cancelled()', true],
    ["env.NAME == 'always()'", false],
    ['${{ failure() }} text', true],
    ['${{ true }} text', false],
  ])('decides %j as %j after a failure', (condition, holds) => {
    expect(decide(condition, 'failure')).toBe(holds);
  });

  it('knows a cancelled job', () => {
    expect(decide('cancelled()', 'cancelled')).toBe(true);
    expect(decide('success() || failure()', 'cancelled')).toBe(false);
  });

  it('implies nothing in the condition of a post', () => {
    expect(decide("env.NAME != ''", 'failure', false)).toBe(true);
    expect(decide('', 'failure', false)).toBe(true);
  });
});
