// Packages of others, as a lock file pins them, kept in the cache until the lock file changes.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { InteropError } from './interop-error.ts';
import type { InteropContext } from './part.ts';
import { runCommand } from './run-command.ts';

export interface NpmPackages {
  /** Name of the installation's folder in the cache. */
  readonly name: string;
  /** Holds `package.json` and `package-lock.json`. */
  readonly manifests: string;
}

/** @returns The path of the folder that holds `node_modules`. No install script is run. */
export async function installNpmPackages(
  { cache, log, signal }: InteropContext,
  { name, manifests }: NpmPackages,
): Promise<string> {
  const folder = join(cache, name);
  const marker = join(folder, 'package-lock.sha256');
  const lock = readFileSync(join(manifests, 'package-lock.json'));
  const digest = createHash('sha256').update(lock).digest('hex');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === digest) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(join(manifests, file), join(folder, file));
  }
  log(`npm ci ${name} …`);
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // The machine's own registry settings are in its environment.
  const result = await runCommand('npm', args, { cwd: folder, env: process.env, signal });
  if (result.code !== 0) {
    const why = result.stderr.trim();
    throw new InteropError('SETUP_FAILED', `the npm packages of ${name} cannot be had: ${why}`);
  }
  writeFileSync(marker, digest);
  return folder;
}
