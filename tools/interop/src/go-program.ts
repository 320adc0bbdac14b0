// Go programs: of others, installed at a pinned version, and small ones of ours around a library of
// others, built from their folder with the versions that their go.sum pins.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { InteropError } from './interop-error.ts';
import type { InteropContext } from './part.ts';
import { runCommand } from './run-command.ts';
import type { CommandResult } from './run-command.ts';

/** The oldest Go that everything here builds with. */
const oldest = '1.26';

/** A program of hundreds of packages, built for the first time on a small machine. */
const longestBuildMs = 1_800_000;

export interface GoInstall {
  /** The package to install, such as `github.com/nektos/act`. */
  readonly module: string;
  readonly version: string;
  /** What the command is called: the last segment of the package's path. */
  readonly binary: string;
}

/** @returns The path of the binary, built once and kept in the cache. */
export async function installGoProgram(
  context: InteropContext,
  { module, version, binary }: GoInstall,
): Promise<string> {
  const folder = join(context.cache, `${binary}-${version}`);
  const path = join(folder, binary);
  if (existsSync(path)) return path;
  await requireGo(context);
  context.log(`go install ${module}@${version} …`);
  const result = await runGo(context, ['install', `${module}@${version}`], { GOBIN: folder });
  if (result.code !== 0 || !existsSync(path)) {
    const why = result.stderr.trim();
    throw new InteropError('TOOL_MISSING', `${module}@${version} could not be installed: ${why}`);
  }
  return path;
}

export interface GoBuild {
  /** Where the go.mod and the go.sum with the pins are. */
  readonly folder: string;
  readonly binary: string;
  /** What to build there (default: the folder's own program). */
  readonly package?: string;
}

/** Builds, every time: Go's own cache makes that fast. The binary is alone in its folder. */
export async function buildGoProgram(
  context: InteropContext,
  { folder, binary, package: source = '.' }: GoBuild,
): Promise<string> {
  await requireGo(context);
  context.log(`go build ${binary} …`);
  const path = join(context.cache, `${binary}-build`, binary);
  mkdirSync(dirname(path), { recursive: true });
  // What commit this repository is at says nothing about what is built.
  const flags = ['-mod=readonly', '-buildvcs=false'];
  const result = await runGo(context, ['build', ...flags, '-o', path, source], { cwd: folder });
  if (result.code !== 0) {
    throw new InteropError('SETUP_FAILED', `${binary} could not be built: ${result.stderr.trim()}`);
  }
  return path;
}

async function requireGo(context: InteropContext): Promise<void> {
  const hint = `expected Go ${oldest} or newer on the PATH; see https://go.dev/doc/install`;
  let result: CommandResult;
  try {
    result = await runGo(context, ['env', 'GOVERSION'], {});
  } catch (error) {
    if (!(error instanceof InteropError) || error.code !== 'TOOL_MISSING') throw error;
    throw new InteropError('TOOL_MISSING', `Go is missing: ${hint}`, { cause: error });
  }
  const version = /^go(\d+)\.(\d+)/.exec(result.stdout.trim());
  const minor = version?.[1] === '1' ? Number(version[2]) : 0;
  if (minor < Number(oldest.split('.')[1])) {
    const found = result.stdout.trim() || result.stderr.trim();
    throw new InteropError('TOOL_MISSING', `Go is too old (${found}): ${hint}`);
  }
}

function runGo(
  { signal }: InteropContext,
  args: readonly string[],
  { cwd, GOBIN }: { readonly cwd?: string; readonly GOBIN?: string },
): Promise<CommandResult> {
  return runCommand('go', args, {
    ...(cwd !== undefined && { cwd }),
    // Builds need the machine's proxy settings, so the whole environment; never another toolchain.
    env: { ...process.env, GOTOOLCHAIN: 'local', GOMAXPROCS: '2', ...(GOBIN && { GOBIN }) },
    timeoutMs: longestBuildMs,
    signal,
  });
}
