// A driver is a small program around a client library of others: it reads one call per line as JSON,
// lets the library make it, and writes what the library gave back.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { InteropError } from '../interop-error.ts';
import type { Credentials } from '../start-simulator.ts';

/** Where a call goes and who signs it. */
export interface Caller extends Credentials {
  readonly endpoint: string;
}

export interface Outcome {
  /** What the library returned, as JSON. */
  readonly value: Json;
  readonly error: { readonly status?: number; readonly message: string } | undefined;
}

/** JSON that the checks look into; a wrong guess reads as `undefined` and fails the check. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Json = any;

export interface Driver {
  /** @param call The operation's name, such as `create-iam-role`. An asynchronous one is awaited. */
  call(caller: Caller, call: string, args?: object): Promise<Outcome>;
  stop(): Promise<void>;
}

export interface DriverOptions {
  readonly command: string;
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

export function startDriver({ command, args = [], env = {}, signal }: DriverOptions): Driver {
  // Nothing of this process's environment: what is asked is signed with what is asked, or fails.
  const child = spawn(command, args, { env, signal, stdio: ['pipe', 'pipe', 'pipe'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString('utf8')));
  // Ending it early is how a run is interrupted; a program that is missing shows at the first call.
  child.on('error', (error) => (complaints += error.message));
  child.stdin.on('error', () => {});

  return {
    async call({ endpoint, apiKey, apiSecret }, call, given = {}) {
      const asked = { endpoint, apiKey, apiSecret, call, args: given };
      child.stdin.write(`${JSON.stringify(asked)}\n`);
      const { value: line, done } = await lines.next();
      if (done === true) {
        throw new InteropError('SETUP_FAILED', `the driver ended at ${call}: ${complaints}`);
      }
      const { value, error } = JSON.parse(line) as Outcome;
      return { value, error };
    },
    async stop() {
      child.stdin.end();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
    },
  };
}
