// Runs the `secretCommand` of an account: a program that prints the secret, without a shell.
import { spawnSync } from 'node:child_process';

import type { Environment } from '../context.ts';
import { ExoLeaseError } from '../errors.ts';

/**
 * What the program printed, without line breaks at its end. It may ask on the terminal.
 *
 * @throws {ExoLeaseError} `ERR_SECRET_COMMAND_FAILED`. The error does not quote its output.
 */
export function runSecretCommand(
  [file = '', ...args]: readonly string[],
  env: Environment,
): string {
  const { error, status, signal, stdout } = spawnSync(file, args, {
    env,
    encoding: 'utf8',
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  const secret = status === 0 ? stdout.replace(/[\r\n]+$/, '') : '';
  if (secret) return secret;
  const problem = error
    ? `cannot be started (${(error as NodeJS.ErrnoException).code})`
    : status === 0
      ? 'printed nothing'
      : `ended with ${signal ?? `exit code ${status}`}`;
  throw new ExoLeaseError(
    'ERR_SECRET_COMMAND_FAILED',
    `The secretCommand of the account, ${file}, ${problem}. Expected a program that prints the API secret; run it by hand to see why.`,
  );
}
