#!/usr/bin/env node
// The command line: all code that touches this process.
import { writeFileSync } from 'node:fs';

import { parseCommandLine, usage } from './cli/parse-command-line.ts';
import { LocalRunnerError } from './errors.ts';
import { wantsColor } from './log/wants-color.ts';
import { messageOf } from './message-of.ts';
import { runJob } from './run-job.ts';

const cancel = new AbortController();
const force = new AbortController();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function onInterrupt(): void {
  if (cancel.signal.aborted) {
    force.abort();
  } else {
    process.stderr.write('Cancelling. Post steps still run; press Ctrl-C again to kill the job.\n');
    cancel.abort();
  }
}

function writeSummary(file: string, markdown: string): void {
  try {
    writeFileSync(file, markdown);
  } catch (cause) {
    const message = `The job summary cannot be written to --summary: ${messageOf(cause)}`;
    throw new LocalRunnerError('OPTION_INVALID', message, { cause });
  }
}

async function main(): Promise<number> {
  const commandLine = parseCommandLine(process.argv.slice(2), process.env);
  if (!commandLine) {
    process.stdout.write(usage);
    return 0;
  }
  const { summaryFile, ...options } = commandLine;
  // Before the job, so that a file that cannot be written costs nothing.
  if (summaryFile !== undefined) writeSummary(summaryFile, '');
  for (const signal of signals) process.on(signal, onInterrupt);
  // If the reader of the log stops (`| head`), the program must not die, because post steps would not run.
  process.stdout.on('error', () => cancel.abort());
  const { conclusion, summaries } = await runJob({
    ...options,
    write: (text) => process.stdout.write(text),
    color: wantsColor(),
    signal: cancel.signal,
    forceSignal: force.signal,
  });
  for (const signal of signals) process.off(signal, onInterrupt);
  if (summaryFile !== undefined) writeSummary(summaryFile, summaries.join('\n'));
  return conclusion === 'success' || conclusion === 'skipped' ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof LocalRunnerError)) throw error;
  process.stderr.write(`${error.code}: ${error.message}\n`);
  process.exitCode = 1;
}
