// The findings as a Markdown table.
import type { Outcome } from './run-questions.ts';

export interface ReportOptions {
  readonly endpoint: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export function renderReport({ findings, left }: Outcome, { endpoint, at }: ReportOptions): string {
  const rows = findings.map(({ fact, observed }) => `| ${cell(fact)} | ${cell(observed)} |`);
  const remains =
    left.length === 0
      ? 'Everything that was made is deleted again.'
      : `**Left behind, delete by hand:** ${left.map(cell).join(', ')}`;
  return [
    `Asked ${endpoint} at ${new Date(at).toISOString()}.`,
    '',
    '| fact | observed |',
    '| --- | --- |',
    ...rows,
    '',
    remains,
    '',
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
}
