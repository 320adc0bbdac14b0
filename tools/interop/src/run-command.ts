// Runs a program of others to its end and keeps what it wrote. The environment is an argument: a
// client under test must not find credentials or settings of whoever runs this.
import { spawn } from 'node:child_process';

import { InteropError } from './interop-error.ts';

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly env: NodeJS.ProcessEnv;
  /** Standard input; default: none. */
  readonly input?: string;
  /** Default: 10 minutes, enough for a build on a small machine. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/**
 * Resolves whatever the exit code is.
 *
 * @throws {InteropError} `TOOL_MISSING` where the program is not installed, `SETUP_FAILED` where it takes
 * too long, `INTERRUPTED` where the run was told to stop.
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  { cwd, env, input = '', timeoutMs = 600_000, signal }: CommandOptions,
): Promise<CommandResult> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const child = spawn(command, args, {
    env,
    ...(cwd !== undefined && { cwd }),
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    stdio: 'pipe',
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  // A program may end without having read its input.
  child.stdin.on('error', () => {});
  child.stdin.end(input);

  const text = (chunks: readonly Buffer[]): string => Buffer.concat(chunks).toString('utf8');
  return new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      reject(explain(error, { command, timedOut: timeout.aborted, timeoutMs }));
    });
    child.once('close', (code) => resolve({ code, stdout: text(stdout), stderr: text(stderr) }));
  });
}

function explain(
  error: NodeJS.ErrnoException,
  { command, timedOut, timeoutMs }: { command: string; timedOut: boolean; timeoutMs: number },
): InteropError {
  const options = { cause: error };
  if (error.code === 'ENOENT') {
    return new InteropError('TOOL_MISSING', `the program ${command} was not found`, options);
  }
  if (timedOut) {
    const message = `${command} did not end within ${timeoutMs / 1000} s`;
    return new InteropError('SETUP_FAILED', message, options);
  }
  return new InteropError('INTERRUPTED', `${command} was stopped`, options);
}
