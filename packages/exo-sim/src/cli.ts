#!/usr/bin/env node
// The `exo-sim` command: hands the process over to `run`.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { replaceFile } from './cli/replace-file.ts';
import { run } from './cli/run.ts';

const packageUrl = new URL('../package.json', import.meta.url);
const packageJson = JSON.parse(readFileSync(packageUrl, 'utf8')) as { readonly version: string };

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => stop.abort());
}

process.exitCode = await run(process.argv.slice(2), {
  version: packageJson.version,
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  readFile: (path) => readFileSync(path, 'utf8'),
  replaceFile,
  random: randomBytes,
  signal: stop.signal,
});
