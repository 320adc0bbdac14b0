// Starts the simulator as its users do: its command, in a process of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { InteropError } from './interop-error.ts';
import type { InteropContext } from './part.ts';

export interface Credentials {
  readonly apiKey: string;
  readonly apiSecret: string;
}

export interface RunningSimulator extends Credentials {
  readonly endpoint: string;
  /** One line per request so far, as `--log` writes them. */
  readonly requests: readonly string[];
  /** Ends it as Ctrl+C does, and resolves to its exit code. */
  stop(): Promise<number | null>;
}

export async function startSimulator(
  { root, signal }: InteropContext,
  args: readonly string[] = [],
): Promise<RunningSimulator> {
  const command = join(root, 'packages/exo-sim/dist/cli.js');
  const child = spawn(process.execPath, [command, '--json', '--log', '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {},
  });
  const requests: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => requests.push(line));
  const stop = async (): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGINT');
      await once(child, 'close');
    }
    return child.exitCode;
  };
  signal.addEventListener('abort', () => void child.kill('SIGINT'), { once: true });

  const ready = once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>;
  const ended = once(child, 'close').then(() => undefined);
  const line = await Promise.race([ready, ended]);
  if (line === undefined) {
    throw new InteropError('SETUP_FAILED', `exo-sim did not start: ${requests.join('\n')}`);
  }
  const { endpoint, apiKey, apiSecret } = JSON.parse(line[0]) as RunningSimulator;
  return { endpoint, apiKey, apiSecret, requests, stop };
}
