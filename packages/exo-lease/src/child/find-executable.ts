// Looks for the command before anything is minted, as a shell would.
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import type { Context } from '../context.ts';
import { ExoLeaseError } from '../errors.ts';

/** @throws {ExoLeaseError} `ERR_COMMAND_NOT_FOUND`, `ERR_COMMAND_NOT_EXECUTABLE`. */
export function checkExecutable(
  { env, platform }: Pick<Context, 'env' | 'platform'>,
  command: string,
): void {
  // On Windows, the extension decides what can be run.
  if (platform === 'win32') return;
  const states = candidates(env['PATH'] ?? '/usr/bin:/bin', command).map(stateOf);
  if (states.includes('executable')) return;
  if (!states.includes('not executable')) throw notFound(command);
  throw new ExoLeaseError(
    'ERR_COMMAND_NOT_EXECUTABLE',
    `${command} is not executable. Run chmod +x on it, or name its interpreter.`,
  );
}

function notFound(command: string): ExoLeaseError {
  return new ExoLeaseError(
    'ERR_COMMAND_NOT_FOUND',
    `The command ${command} was not found. Check its name, and PATH.`,
  );
}

function candidates(path: string, command: string): string[] {
  if (command.includes('/')) return [command];
  return path.split(delimiter).map((folder) => join(folder || '.', command));
}

function stateOf(path: string): 'missing' | 'not executable' | 'executable' {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isDirectory() ? 'not executable' : 'executable';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES' ? 'not executable' : 'missing';
  }
}
