// Starts the bundled command as a child process.
import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const cliFile: string = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface StartOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Written to standard input, which is closed then. */
  readonly input?: string;
  /** Started instead of the command itself, with its own arguments before those of Node. */
  readonly wrapper?: readonly [string, ...string[]];
}

export interface Ended {
  readonly code: number;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves with all of standard output once it holds the text. */
  saw(text: string): Promise<string>;
}

export function start(args: readonly string[], options: StartOptions): Started {
  const { env, cwd, input, wrapper } = options;
  const words = [...(wrapper ?? []), process.execPath, cliFile, ...args];
  const [file = '', ...rest] = words;
  const child = spawn(file, rest, { env, cwd: cwd ?? env['HOME'] });
  let stdout = '';
  let stderr = '';
  const watchers = new Set<() => void>();
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
    for (const watch of watchers) watch();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  child.stdin.on('error', () => {});
  child.stdin.end(input ?? '');
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({ code: code ?? -1, signal, stdout, stderr });
      for (const watch of watchers) watch();
    });
  });
  return {
    process: child,
    ended,
    saw: (text) =>
      new Promise((resolve, reject) => {
        const watch = (): void => {
          if (stdout.includes(text)) resolve(stdout);
          else if (child.exitCode !== null) reject(new Error(`ended without it: ${stderr}`));
          else return;
          watchers.delete(watch);
        };
        watchers.add(watch);
        watch();
      }),
  };
}

export function run(args: readonly string[], options: StartOptions): Promise<Ended> {
  return start(args, options).ended;
}
