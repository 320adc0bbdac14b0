// Finds the pinned pnpm in tools/setup/pnpm, where npm installs it and verifies it by the hashes of the
// lock file beside it. A pnpm on the PATH is not used: nothing tells whether it is the same program.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/**
 * The folder of pnpm's commands, and the command that has to run in `folder` first, if any.
 *
 * @param {string} root
 * @param {NodeJS.ProcessEnv} environment
 * @returns {{ folder: string, bin: string, install?: string[] }}
 */
export function findPnpm(root, environment) {
  const folder = join(root, 'tools/setup/pnpm');
  const bin = join(folder, 'node_modules/.bin');
  // npm writes this file last, with the hashes of what it has installed.
  const installed = readHash(join(folder, 'node_modules/.package-lock.json'));
  if (installed && installed === readHash(join(folder, 'package-lock.json')))
    return { folder, bin };
  const install = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  return { folder, bin, install: [...findNpm(environment), ...install] };
}

function readHash(file) {
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8')).packages['node_modules/pnpm']?.integrity;
}

// npm's own script runs without a shell on every platform; `npm` by name does not on Windows.
function findNpm(environment) {
  const script = environment.npm_execpath ?? '';
  return script.endsWith('npm-cli.js') ? [process.execPath, script] : ['npm'];
}
