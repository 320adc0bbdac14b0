// The line that closes a step in the log, and the list of them at the end of the job.
import type { StepResult, StepStatus } from '../job-result.ts';
import { formatDuration } from './format-duration.ts';
import type { JobLog, LineStyle } from './job-log.ts';

const marks: Readonly<Record<StepStatus, { mark: string; style: LineStyle }>> = {
  success: { mark: '✓', style: 'green' },
  failure: { mark: '✗', style: 'red' },
  cancelled: { mark: '✗', style: 'yellow' },
  skipped: { mark: '○', style: 'dim' },
};

export function logStepEnd(log: JobLog, result: StepResult): void {
  const { mark, style } = marks[result.outcome];
  log.line(`${mark} ${result.name}  ${describeEnd(result)}`, style);
}

/** One line for each step, durations in a column. */
export function logStepList(log: JobLog, results: readonly StepResult[]): void {
  const width = Math.max(0, ...results.map((result) => result.name.length));
  for (const result of results) {
    const { mark, style } = marks[result.outcome];
    log.line(`${mark} ${result.name.padEnd(width)}  ${describeEnd(result)}`, style);
  }
}

function describeEnd(result: StepResult): string {
  if (result.outcome === 'skipped') return 'skipped';
  const tolerated = result.outcome === 'failure' && result.conclusion === 'success';
  const remark = tolerated ? ' (continue-on-error)' : '';
  return `${formatDuration(result.durationMs)}${remark}`;
}
