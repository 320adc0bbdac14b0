// `npm run interop`: clients, runners and documents of others judge what is in this repository.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describeTable, describeVerdict } from './src/describe-verdict.ts';
import { InteropError } from './src/interop-error.ts';
import { parseArguments } from './src/parse-arguments.ts';
import type { InteropArguments } from './src/parse-arguments.ts';
import { parts } from './src/parts.ts';
import { runParts } from './src/run-parts.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = fileURLToPath(new URL('.cache', import.meta.url));
const write = (line: string): void => void process.stdout.write(`${line}\n`);

const controller = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () =>
    controller.abort(new InteropError('INTERRUPTED', `stopped by ${signal}`)),
  );
}

try {
  process.exitCode = await main(
    parseArguments(
      process.argv.slice(2),
      parts.map(({ name }) => name),
    ),
  );
} catch (error) {
  if (!(error instanceof InteropError)) throw error;
  process.stderr.write(`interop: ${error.code}: ${error.message}\n`);
  process.exitCode = 2;
}

async function main({ names, spec, keep }: InteropArguments): Promise<number> {
  mkdirSync(cache, { recursive: true });
  const chosen = parts.filter(({ name }) => names.includes(name));
  const context = {
    root,
    cache,
    // `npm run` starts in the repository's root, whatever folder it was typed in.
    spec: spec === undefined ? undefined : resolve(root, spec),
    keep,
    log: (line: string) => write(`   ${line}`),
    signal: controller.signal,
  };
  const verdicts = await runParts(chosen, context, {
    now: () => performance.now(),
    onStart: ({ name, title }) => write(`\n== ${name}: ${title}`),
    onVerdict: (verdict) => describeVerdict(verdict).forEach((line) => write(`   ${line}`)),
  });
  write('');
  describeTable(verdicts).forEach(write);

  const checks = verdicts.flatMap((verdict) => verdict.checks);
  const good = checks.filter(({ passed }) => passed).length;
  const broken = verdicts.filter(({ passed, error, checks: own }) => {
    return !passed && (error !== undefined || own.length === 0);
  }).length;
  write(`\n${good} passed, ${checks.length - good + broken} failed`);
  const complete = verdicts.length === chosen.length;
  return complete && verdicts.every(({ passed }) => passed) ? 0 : 1;
}
