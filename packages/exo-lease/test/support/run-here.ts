// Runs the command in this process, for what does not depend on a process of its own.
import { Readable } from 'node:stream';

import type { OutputStream } from '../../src/context.ts';
import { run } from '../../src/run.ts';
import type { Ended, StartOptions } from './command.ts';

export async function runHere(
  args: readonly string[],
  { env, input = '' }: Pick<StartOptions, 'env' | 'input'>,
): Promise<Ended> {
  const written = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof written): OutputStream => ({
    write: (text, done) => {
      written[name] += text;
      done?.();
    },
  });
  const context = {
    env,
    platform: process.platform,
    stdin: Readable.from([input]) as unknown as NodeJS.ReadStream,
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    now: Date.now,
    fetch: globalThis.fetch,
    signal: new AbortController().signal,
    signals: { redirect: () => {} },
  };
  const code = await run(context, args);
  return { code, signal: null, ...written };
}
