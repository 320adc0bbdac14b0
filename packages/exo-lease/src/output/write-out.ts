// Writes a result that must not be lost.
import type { Context } from '../context.ts';
import { ExoLeaseError } from '../errors.ts';

/** @throws {ExoLeaseError} `ERR_OUTPUT_CLOSED` when standard output is closed. */
export async function writeOut({ stdout }: Pick<Context, 'stdout'>, text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    stdout.write(text, (error) => {
      if (!error) return resolve();
      const message = 'Standard output is closed, so the secret cannot be shown. Nothing is left.';
      reject(new ExoLeaseError('ERR_OUTPUT_CLOSED', message, { cause: error }));
    });
  });
}
