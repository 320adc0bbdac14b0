// The details of a step before it runs: its script, its inputs and its `env`, as GitHub lists them.
import type { JobLog } from './job-log.ts';

export interface StepDetails {
  /** The step's heading. Its text is not repeated. */
  readonly title: string;
  readonly uses?: string;
  readonly script?: string;
  readonly shell?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
}

export function logDetails(log: JobLog, details: StepDetails): void {
  const { title, uses, script } = details;
  if (uses !== undefined && !title.endsWith(uses)) log.line(`uses: ${uses}`, 'dim');
  if (script !== undefined && !title.endsWith(script.trim())) log.line(script.trimEnd(), 'cyan');
  if (details.shell !== undefined) log.line(`shell: ${details.shell}`, 'dim');
  logMapping(log, 'with', details.with ?? {});
  logMapping(log, 'env', details.env);
}

function logMapping(log: JobLog, title: string, values: Readonly<Record<string, string>>): void {
  const entries = Object.entries(values).filter(([, value]) => value !== '');
  if (entries.length === 0) return;
  log.line(`${title}:`, 'dim');
  for (const [name, value] of entries) {
    const lines = value.trimEnd().split('\n');
    if (lines.length === 1) {
      log.line(`  ${name}: ${lines[0]}`, 'dim');
    } else {
      log.line(`  ${name}:`, 'dim');
      for (const line of lines) log.line(`    ${line}`, 'dim');
    }
  }
}
