// An output that GitHub does not take would be worth less than one with a part of the leases.
import { describe, expect, it } from 'vitest';

import { fitReport } from '../src/fit-report.ts';
import type { ReportedLease } from '../src/report.ts';

const longest = 400_000;

describe('fitReport', () => {
  it('leaves a report alone that fits', () => {
    const report = leases(100, 'revoked');
    expect(fitReport(report)).toEqual(report);
  });

  it('leaves kept leases out first, and those at the end of them', () => {
    const failed = leases(3000, 'failed');
    const [early, late] = [leases(3000, 'kept'), leases(3000, 'kept', 3000)];
    const fitted = fitReport([...early, ...failed, ...late]);
    expect(JSON.stringify(fitted).length).toBeLessThanOrEqual(longest);
    const left = fitted.length - failed.length;
    expect(left).toBeGreaterThan(0);
    expect(fitted).toEqual([...early.slice(0, left), ...failed]);
  });

  it('takes as many as fit when even those without the kept ones are too many', () => {
    const report = leases(10_000, 'failed');
    const fitted = fitReport(report);
    expect(fitted).toEqual(report.slice(0, fitted.length));
    const { length } = JSON.stringify(fitted);
    const one = JSON.stringify(report[fitted.length]).length;
    expect(length).toBeLessThanOrEqual(longest);
    expect(length + one + 1).toBeGreaterThan(longest);
  });
});

function leases(count: number, outcome: ReportedLease['outcome'], from = 0): ReportedLease[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `exo-lease.1.1.1.1.${from + index}.octo.site`,
    apiKey: undefined,
    outcome,
    reason: 'its job is over',
    error: undefined,
  }));
}
