// Finds the Node that will run the task. On Linux it was installed from the registry, for it is an
// optional dependency of the root; elsewhere the Node at hand has to be the right one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

import { isOlder } from './node-version.mjs';

/**
 * @param {string} root
 * @param {string} range `engines.node` of the root, a caret range.
 * @returns {{ version: string, problem?: string }}
 */
export function findNode(root, range) {
  const oldest = range.replace('^', '');
  const nextMajor = `${Number.parseInt(oldest, 10) + 1}.0.0`;
  const installed = join(root, 'node_modules/.bin/node');
  if (existsSync(installed)) {
    const { status, stdout } = spawnSync(installed, ['--version'], { encoding: 'utf8' });
    if (status === 0) return { version: stdout.trim().slice(1) };
    return {
      version: '',
      problem: [
        `SETUP_NODE_UNUSABLE: ${installed} does not run here; it is built for Linux with glibc 2.28 or newer.`,
        'Use such a system (Debian and Ubuntu do, Alpine does not).',
      ].join('\n'),
    };
  }
  const version = process.versions.node;
  if (!isOlder(version, oldest) && isOlder(version, nextMajor)) return { version };
  return {
    version,
    problem: [
      `SETUP_NODE_MISSING: this is Node ${version}; the tools need Node ${range}.`,
      `It comes with the dependencies on Linux only, not on ${process.platform} ${process.arch}.`,
      'Install the version that .node-version names (nvm, fnm, mise and Volta read it), then run again.',
    ].join('\n'),
  };
}
