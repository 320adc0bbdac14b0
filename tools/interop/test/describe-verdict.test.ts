import { describe, expect, it } from 'vitest';

import { describeTable, describeVerdict } from '../src/describe-verdict.ts';
import { InteropError } from '../src/interop-error.ts';
import type { Verdict } from '../src/run-parts.ts';

const verdict: Verdict = {
  name: 'egoscale',
  title: 'egoscale works',
  checks: [
    { name: 'one', passed: true },
    { name: 'two', passed: false, detail: 'expected 1\ngot 2' },
  ],
  notes: ['act differs'],
  error: undefined,
  seconds: 1.25,
  passed: false,
};

describe('describeVerdict', () => {
  it('counts, and shows each failure in full', () => {
    expect(describeVerdict(verdict)).toEqual([
      '1 of 2 checks passed',
      'FAILED two',
      '  expected 1',
      '  got 2',
      'note: act differs',
    ]);
  });

  it('says that nothing was checked', () => {
    expect(describeVerdict({ ...verdict, checks: [], notes: [] })).toEqual([
      '0 of 0 checks passed',
      'FAILED the part ran no check',
    ]);
  });

  it('gives the code of an error of ours, and the stack of any other', () => {
    const error = new InteropError('TOOL_MISSING', 'no Go');
    expect(describeVerdict({ ...verdict, checks: [], notes: [], error })[1]).toBe(
      'FAILED TOOL_MISSING: no Go',
    );
    const bug = new TypeError('x is no function');
    const lines = describeVerdict({ ...verdict, checks: [], notes: [], error: bug });
    expect(lines[1]).toBe('FAILED x is no function');
    expect(lines[2]).toBe('  TypeError: x is no function');
  });
});

describe('describeTable', () => {
  it('lines up, and does not call a part passed that could not run', () => {
    const broken = { ...verdict, name: 'act', checks: [], error: new Error('no') };
    expect(describeTable([{ ...verdict, passed: true }, broken])).toEqual([
      'part      passed  failed         seconds',
      'egoscale  1       1              1.3      passed',
      'act       0       could not run  1.3      FAILED',
    ]);
  });
});
