// Runs a program that prints its outcome as one line of JSON.
import { InteropError } from '../../src/interop-error.ts';
import type { InteropContext } from '../../src/part.ts';
import { runCommand } from '../../src/run-command.ts';
import type { Outcome } from './judge-outcome.ts';

export async function readOutcome(
  { signal }: InteropContext,
  [command = '', ...args]: readonly string[],
  cwd: string,
): Promise<Outcome> {
  // HOME: Deno and Bun keep caches, which have no business outside the temporary folder.
  const env = { HOME: cwd, DENO_DIR: cwd, DENO_NO_UPDATE_CHECK: '1', NO_COLOR: '1' };
  const result = await runCommand(command, args, { cwd, env, timeoutMs: 120_000, signal });
  const line = result.stdout.split('\n').find((text) => text.startsWith('{"escapesCaret"'));
  if (result.code !== 0 || line === undefined) {
    const said = `${result.stdout}${result.stderr}`.trim().slice(0, 2000);
    throw new InteropError('SETUP_FAILED', `${command} ended with ${result.code}: ${said}`);
  }
  return JSON.parse(line) as Outcome;
}
