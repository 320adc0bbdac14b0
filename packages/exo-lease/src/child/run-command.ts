// Runs the command on this terminal, and passes signals on to it.
import { spawn } from 'node:child_process';

import type { Context } from '../context.ts';
import { exitCodes } from '../exit-code.ts';
import { signalExitCode } from '../interrupted.ts';
import { isForeground } from './is-foreground.ts';

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Called when the command has started. */
  readonly onStart: () => void;
}

/** The exit code as a shell gives it: the command's own, 128 and the signal's number, 126, or 127. */
export async function runCommand(
  context: Pick<Context, 'signals'>,
  { file, args, env, onStart }: Command,
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { env, stdio: 'inherit' });
    context.signals.redirect((signal) => {
      // A repeated signal would count as a second Ctrl+C, and many programs then stop cleaning up.
      const isFromTerminal = signal === 'SIGINT' || signal === 'SIGQUIT';
      if (!isFromTerminal || !isForeground()) child.kill(signal);
    });
    child.once('spawn', onStart);
    child.once('error', (error: NodeJS.ErrnoException) => {
      // After the start, this error means that a signal could not be sent because the child is ending.
      if (child.pid !== undefined) return;
      resolve(error.code === 'ENOENT' ? exitCodes.notFound : exitCodes.notExecutable);
    });
    child.once('exit', (code, signal) => {
      resolve(signal ? signalExitCode(signal) : (code ?? exitCodes.internal));
    });
  });
}
