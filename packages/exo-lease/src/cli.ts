#!/usr/bin/env node
// The `exo-lease` command: hands the process over to `run`.
import { writeSync } from 'node:fs';

import { version } from './version.ts';

// Loads nothing else, not even the stream of standard output.
if (process.argv.length === 3 && process.argv[2] === '--version') {
  try {
    writeSync(1, `${version}\n`);
  } catch {
    // Standard output is closed.
  }
} else {
  await main();
}

async function main(): Promise<void> {
  const [{ run }, { receiveSignals }] = await Promise.all([
    import('./run.ts'),
    import('./receive-signals.ts'),
  ]);
  let lost: string | undefined;
  // A reader that stops, such as `head`, or a terminal that hangs up is not an error of the command.
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') lost = code;
  });
  process.stderr.on('error', () => {});
  const signals = receiveSignals();
  const exitCode = await run(
    {
      env: process.env,
      platform: process.platform,
      // Opened only when it is read, because the command of `exec` inherits it.
      get stdin() {
        return process.stdin;
      },
      stdout: process.stdout,
      stderr: process.stderr,
      now: Date.now,
      fetch: globalThis.fetch,
      signal: signals.signal,
      signals,
    },
    process.argv.slice(2),
  );
  process.exitCode = exitCode;
  // The error of the last write arrives later than the result.
  await new Promise((resolve) => setImmediate(resolve));
  if (lost === undefined) return;
  process.stderr.write(`error: The result cannot be written to standard output (${lost}).\n`);
  if (exitCode === 0) process.exitCode = 70;
}
