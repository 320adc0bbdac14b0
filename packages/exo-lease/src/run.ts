// Runs one command line: parses it, reports errors, and returns the exit code.
import { CommanderError } from 'commander';

import type { Context } from './context.ts';
import { exitCodeOf, exitCodes } from './exit-code.ts';
import { InterruptedError } from './interrupted.ts';
import { messageOf } from './message-of.ts';
import { printError } from './output/messages.ts';
import { createProgram } from './program.ts';

/** The exit code. Never throws. */
export async function run(context: Context, args: readonly string[]): Promise<number> {
  const outcome = { exitCode: 0 };
  const program = createProgram(context, { args, outcome });
  try {
    if (args[0] === '__complete') {
      const { complete } = await import('./commands/completion.ts');
      complete(context, program, args.slice(1));
    } else {
      await program.parseAsync([...args], { from: 'user' });
    }
    return outcome.exitCode;
  } catch (error) {
    // Commander has printed its message or the requested help.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.usage;
    const interruption = context.signal.aborted ? (context.signal.reason as unknown) : error;
    const cause = interruption instanceof InterruptedError && isAbort(error) ? interruption : error;
    printError(context, messageOf(cause));
    if (ownArguments(args).includes('--debug') && cause instanceof Error) {
      context.stderr.write(`debug: ${cause.stack}\n`);
    }
    return exitCodeOf(cause);
  }
}

// What follows two hyphens belongs to the command of `exec`.
function ownArguments(args: readonly string[]): readonly string[] {
  return args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && ['AbortError', 'ExoLeaseError'].includes(error.name);
}
