#!/usr/bin/env node
// The command `exo-broker`: reads the arguments and sets the exit code.
import { parseArgs } from 'node:util';

import { checkCommand } from './start/check-command.ts';

const usage = 'Usage: exo-broker check FILE [--claims FILE]\n';

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { claims: { type: 'string' } },
  });
  const [command, file, ...rest] = positionals;
  if (command === 'check' && file !== undefined && rest.length === 0) {
    const print = (line: string): void => void process.stdout.write(`${line}\n`);
    return checkCommand(file, { claimsFile: values.claims, print });
  }
  process.stderr.write(usage);
  return 64;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'unknown error'}\n${usage}`);
  process.exitCode = 64;
}
