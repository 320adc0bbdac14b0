// Keeps the output `report` within what GitHub takes: a megabyte in all outputs of a job, counted as UTF-16.
import type { ReportedLease } from './report.ts';

// Four fifths of it; the job may have other outputs.
const maxCharacters = 400_000;

/**
 * The leases that fit, in their order. Those that were kept are the first to be left out, since nothing
 * happened to them.
 */
export function fitReport(report: readonly ReportedLease[]): readonly ReportedLease[] {
  const isKept = ({ outcome }: ReportedLease): boolean => outcome === 'kept';
  const ranked = [...report.filter((lease) => !isKept(lease)), ...report.filter(isKept)];
  const fitting = new Set<ReportedLease>();
  let characters = '[]'.length;
  for (const lease of ranked) {
    characters += JSON.stringify(lease).length + ','.length;
    if (characters > maxCharacters) break;
    fitting.add(lease);
  }
  return report.filter((lease) => fitting.has(lease));
}
