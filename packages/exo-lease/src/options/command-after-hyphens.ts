// The command of `exec`: everything after the first `--`, so that its options are not parsed as ours.
import { ExoLeaseError } from '../errors.ts';

/**
 * @param args All arguments of the process.
 * @param words The arguments that remain after the options are read.
 * @throws {ExoLeaseError} `ERR_USAGE` without the two hyphens, or with words before them.
 */
export function commandAfterHyphens(
  args: readonly string[],
  words: readonly string[],
): readonly string[] {
  const start = args.indexOf('--');
  const command = start === -1 ? [] : args.slice(start + 1);
  if (command.length > 0 && words.length === command.length) return command;
  const stray = words.slice(0, words.length - command.length).join(' ');
  const problem = stray
    ? `${JSON.stringify(stray)} is before the two hyphens, or the hyphens are missing`
    : 'The command to run is missing';
  throw new ExoLeaseError(
    'ERR_USAGE',
    `${problem}. Expected the command after two hyphens: exo-lease exec --operation list-zones -- exo zone list`,
  );
}
