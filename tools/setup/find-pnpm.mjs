// Finds a way to run the pinned pnpm: the one on the PATH when it is that version, else npm fetches it.
import { spawnSync } from 'node:child_process';
import process from 'node:process';

/**
 * The beginning of a command line that runs pnpm. Run by npm, pnpm is also on the PATH of everything
 * below it, where turbo looks for it.
 *
 * @param {string} packageManager As in package.json, `pnpm@1.2.3`.
 * @param {NodeJS.ProcessEnv} environment
 * @returns {string[]}
 */
export function findPnpm(packageManager, environment) {
  const wanted = packageManager.split('+')[0];
  const found = spawnSync('pnpm', ['--version'], { encoding: 'utf8', env: environment });
  if (found.status === 0 && `pnpm@${found.stdout.trim()}` === wanted) return ['pnpm'];
  return [...findNpm(environment), 'exec', '--yes', `--package=${wanted}`, '--', 'pnpm'];
}

// npm's own script runs without a shell on every platform; `npm` by name does not on Windows.
function findNpm(environment) {
  const script = environment.npm_execpath ?? '';
  return script.endsWith('npm-cli.js') ? [process.execPath, script] : ['npm'];
}
