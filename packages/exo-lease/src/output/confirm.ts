// Asks for confirmation on the terminal before something that cannot be undone.
import { createInterface } from 'node:readline/promises';

import type { Context, GlobalOptions } from '../context.ts';
import { ExoLeaseError } from '../errors.ts';

/**
 * Resolves when the answer is yes, or --yes is given.
 *
 * @throws {ExoLeaseError} `ERR_CONFIRMATION_MISSING` for another answer, and without a terminal.
 */
export async function confirm(
  context: Context,
  { question, yes, force }: { readonly question: string } & Pick<GlobalOptions, 'yes' | 'force'>,
): Promise<void> {
  if (yes || force) return;
  const { stdin, stderr, signal } = context;
  if (!stdin.isTTY || !stderr.isTTY) {
    throw new ExoLeaseError(
      'ERR_CONFIRMATION_MISSING',
      `${question} This is not a terminal, so you cannot answer, and nothing is done. Add --yes, or --dry-run to see what would happen.`,
    );
  }
  const prompt = createInterface({ input: stdin, output: stderr as NodeJS.WriteStream });
  // On a terminal, readline handles Ctrl+C itself.
  prompt.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    const answer = await prompt.question(`${question} [y/N] `, { signal });
    if (/^y(?:es)?$/i.test(answer.trim())) return;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    prompt.close();
  }
  throw new ExoLeaseError('ERR_CONFIRMATION_MISSING', 'Nothing was done.');
}
