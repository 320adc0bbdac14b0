// The text of a run: one block per part, and the table at its end.
import { InteropError } from './interop-error.ts';
import type { Verdict } from './run-parts.ts';

/** Counts, then every failure in full. */
export function describeVerdict({ checks, notes, error }: Verdict): readonly string[] {
  const failed = checks.filter(({ passed }) => !passed);
  const lines = [`${checks.length - failed.length} of ${checks.length} checks passed`];
  for (const { name, detail } of failed) {
    lines.push(`FAILED ${name}`, ...(detail === undefined ? [] : indent(detail)));
  }
  if (error) {
    const code = error instanceof InteropError ? `${error.code}: ` : '';
    lines.push(`FAILED ${code}${error.message}`);
    if (code === '' && error.stack !== undefined) lines.push(...indent(error.stack));
  } else if (checks.length === 0) {
    lines.push('FAILED the part ran no check');
  }
  lines.push(...notes.map((note) => `note: ${note}`));
  return lines;
}

export function describeTable(verdicts: readonly Verdict[]): readonly string[] {
  const rows = verdicts.map(({ name, checks, seconds, passed, error }) => {
    const good = checks.filter((check) => check.passed).length;
    const bad = error || checks.length === 0 ? 'could not run' : String(checks.length - good);
    return [name, String(good), bad, seconds.toFixed(1), passed ? 'passed' : 'FAILED'];
  });
  const head = ['part', 'passed', 'failed', 'seconds', ''];
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  return [head, ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function indent(text: string): readonly string[] {
  return text.split('\n').map((line) => `  ${line}`);
}
