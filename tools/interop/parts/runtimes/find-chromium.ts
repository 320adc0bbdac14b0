// Chromium comes from the system's packages: the one runtime that is in no registry with pins.
import { InteropError } from '../../src/interop-error.ts';
import type { InteropContext } from '../../src/part.ts';
import { runCommand } from '../../src/run-command.ts';
import type { CommandResult } from '../../src/run-command.ts';

/** Debian's name for it; `google-chrome` and others would do as well, but are not what was tried. */
export const chromium = 'chromium';

/**
 * Installs it where it is missing and this is root on Debian, as in a container of a CI; elsewhere
 * that is for the machine's owner to do.
 *
 * @returns Its name and version.
 */
export async function findChromium(context: InteropContext): Promise<string> {
  const found = (await versionOf(context)) ?? (await install(context));
  return /Chromium [\d.]+/.exec(found)?.[0] ?? 'Chromium';
}

async function install(context: InteropContext): Promise<string> {
  const packages = ['install', '--yes', '--no-install-recommends', chromium];
  if (process.getuid?.() === 0) {
    await aptGet(context, ['update']);
    await aptGet(context, packages);
    const version = await versionOf(context);
    if (version !== undefined) return version;
  }
  throw new InteropError(
    'TOOL_MISSING',
    `Chromium is missing: expected a command ${chromium}, of any version from the last years; on Debian, as root: apt-get ${packages.join(' ')}`,
  );
}

async function aptGet(context: InteropContext, args: readonly string[]): Promise<void> {
  context.log(`apt-get ${args.join(' ')} …`);
  const result = await tryCommand(context, ['apt-get', ...args]);
  if (result && result.code !== 0) context.log(result.stderr.trim());
}

async function versionOf(context: InteropContext): Promise<string | undefined> {
  return (await tryCommand(context, [chromium, '--version']))?.stdout;
}

/** @returns Nothing where there is no such command. */
async function tryCommand(
  { signal }: InteropContext,
  [command = '', ...args]: readonly string[],
): Promise<CommandResult | undefined> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    return await runCommand(command, args, { env, signal });
  } catch (error) {
    if (error instanceof InteropError && error.code === 'TOOL_MISSING') return undefined;
    throw error;
  }
}
