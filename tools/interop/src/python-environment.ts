// A Python environment of its own with pinned packages, kept in the cache until the pins change.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { InteropError } from './interop-error.ts';
import type { InteropContext } from './part.ts';
import { runCommand } from './run-command.ts';
import type { CommandResult } from './run-command.ts';

export interface PythonRequirements {
  /** Name of the environment's folder in the cache. */
  readonly name: string;
  /** Path of a requirements file whose every line has a version and hashes. */
  readonly file: string;
}

/** @returns The path of the environment's `python`. */
export async function createPythonEnvironment(
  context: InteropContext,
  { name, file }: PythonRequirements,
): Promise<string> {
  const folder = join(context.cache, name);
  const python = join(folder, 'bin', 'python');
  const marker = join(folder, 'requirements.sha256');
  const digest = createHash('sha256').update(readFileSync(file)).digest('hex');
  if (existsSync(python) && existsSync(marker) && readFileSync(marker, 'utf8') === digest) {
    return python;
  }
  rmSync(folder, { recursive: true, force: true });
  context.log(`python3 -m venv ${name} …`);
  await step(context, ['python3', '-m', 'venv', folder]);
  context.log(`pip install -r ${file.slice(context.root.length)} …`);
  const install = ['install', '--quiet', '--disable-pip-version-check', '--require-hashes'];
  await step(context, [python, '-m', 'pip', ...install, '-r', file]);
  writeFileSync(marker, digest);
  return python;
}

async function step(
  { signal }: InteropContext,
  [command = '', ...args]: readonly string[],
): Promise<void> {
  let result: CommandResult;
  try {
    // The machine's own package index settings are in its environment.
    result = await runCommand(command, args, { env: process.env, signal });
  } catch (error) {
    if (!(error instanceof InteropError) || error.code !== 'TOOL_MISSING') throw error;
    const message = 'Python is missing: expected python3, 3.10 or newer, with its venv module';
    throw new InteropError('TOOL_MISSING', message, { cause: error });
  }
  if (result.code !== 0) {
    const why = `${result.stderr}${result.stdout}`.trim();
    throw new InteropError('SETUP_FAILED', `${args.join(' ')} failed: ${why}`);
  }
}
