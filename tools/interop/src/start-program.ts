// Starts a program that prints one line of JSON when it is ready, and runs until it is stopped.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { InteropError } from './interop-error.ts';
import type { InteropContext } from './part.ts';

export interface RunningProgram<Ready> {
  /** The line that it printed. */
  readonly ready: Ready;
  /** What it wrote so far, both streams. */
  readonly output: () => string;
  /** Sends SIGTERM, and resolves to the exit code. */
  stop(): Promise<number | null>;
}

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
}

export async function startProgram<Ready>(
  { signal }: InteropContext,
  { command, args }: Program,
): Promise<RunningProgram<Ready>> {
  const child = spawn(command, args, { stdio: 'pipe', env: {} });
  let written = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written += text));
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => (written += `${line}\n`));
  const closed = once(child, 'close');
  const stop = async (): Promise<number | null> => {
    child.kill('SIGTERM');
    await closed;
    return child.exitCode;
  };
  signal.addEventListener('abort', () => void child.kill('SIGTERM'), { once: true });

  const ready = once(lines, 'line') as Promise<[string]>;
  const line = await Promise.race([ready, closed.then(() => undefined)]);
  if (line === undefined) {
    throw new InteropError('SETUP_FAILED', `${args.join(' ')} did not start: ${written}`);
  }
  return { ready: JSON.parse(line[0]) as Ready, output: () => written, stop };
}
