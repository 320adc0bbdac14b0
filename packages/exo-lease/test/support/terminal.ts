// Starts the command on a pseudo-terminal.
import { fileURLToPath } from 'node:url';

import { run, type Ended, type StartOptions } from './command.ts';

const helper = fileURLToPath(new URL('terminal.py', import.meta.url));

export interface TerminalOptions extends Pick<StartOptions, 'env'> {
  readonly columns?: number;
  /** What to wait for, and what to type then. */
  readonly script?: readonly (readonly [text: string, typed: string])[];
}

/** `stdout` is all that the terminal showed. */
export function runOnTerminal(
  args: readonly string[],
  { env, columns = 200, script = [] }: TerminalOptions,
): Promise<Ended> {
  const wrapper = ['python3', helper, String(columns), JSON.stringify(script), '--'] as const;
  return run(args, { env, wrapper: [...wrapper] });
}
