#!/usr/bin/env node
// The command line: everything that touches this process is here.
import { parseCommandLine, usage } from './cli/parse-command-line.ts';
import { LocalRunnerError } from './errors.ts';
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

async function main(): Promise<number> {
  const options = parseCommandLine(process.argv.slice(2), process.env);
  if (!options) {
    process.stdout.write(usage);
    return 0;
  }
  for (const signal of signals) process.on(signal, onInterrupt);
  // Nobody reads the log any more (`| head`): without this the program would die and the job's post
  // steps with it.
  process.stdout.on('error', () => cancel.abort());
  const { conclusion } = await runJob({
    ...options,
    write: (text) => process.stdout.write(text),
    color: process.stdout.hasColors?.() ?? false,
    signal: cancel.signal,
    forceSignal: force.signal,
  });
  for (const signal of signals) process.off(signal, onInterrupt);
  return conclusion === 'success' || conclusion === 'skipped' ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof LocalRunnerError)) throw error;
  process.stderr.write(`${error.code}: ${error.message}\n`);
  process.exitCode = 1;
}
