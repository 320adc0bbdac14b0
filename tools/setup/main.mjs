// The three steps behind `npm test` and `npm run demo`: dependencies, Node 24, the task itself.
import { readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

import { childEnvironment } from './child-environment.mjs';
import { findNode } from './find-node.mjs';
import { findPnpm } from './find-pnpm.mjs';
import { fingerprintInstall, isInstalled, rememberInstall } from './install-state.mjs';
import { runCommand } from './run-command.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs `task:<name>` and resolves to the exit code.
 *
 * @param {readonly string[]} args The task's name and what is passed on to its script.
 * @param {NodeJS.ProcessEnv} environment
 */
export async function main([task, ...rest], environment) {
  const manifest = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
  if (!manifest.scripts[`task:${task}`]) {
    const known = Object.keys(manifest.scripts).filter((name) => name.startsWith('task:'));
    console.error(
      `SETUP_UNKNOWN_TASK: there is no task «${task ?? ''}»; known: ${known.map((name) => name.slice(5)).join(', ')}.`,
    );
    return 2;
  }
  const env = childEnvironment(environment);
  const found = findPnpm(root, environment);
  if (found.install) {
    const fetched = await runCommand(found.install, { cwd: found.folder, env, capture: true });
    if (fetched.code !== 0) {
      process.stderr.write(fetched.output);
      console.error('SETUP_PNPM_FAILED: pnpm was not installed, see above.');
      return fetched.code;
    }
  }
  // turbo looks for pnpm on the PATH.
  const path = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  env[path] = `${found.bin}${delimiter}${env[path] ?? ''}`;

  const installed = await install(['pnpm'], env);
  if (installed !== 0) return installed;

  const node = findNode(root, manifest.engines.node);
  if (node.problem) {
    console.error(node.problem);
    return 1;
  }
  console.log(`2/3 Node ${node.version}`);

  console.log(`3/3 ${task} …`);
  const started = performance.now();
  const command = ['pnpm', '--silent', 'run', `task:${task}`, ...rest];
  const { code } = await runCommand(command, { cwd: root, env });
  const outcome = code === 0 ? 'done' : `failed with exit code ${code}`;
  console.log(`3/3 ${task}, ${outcome} (${seconds(started)})`);
  return code;
}

async function install(pnpm, env) {
  const fingerprint = fingerprintInstall(root);
  if (isInstalled(root, fingerprint)) {
    console.log('1/3 dependencies, unchanged');
    return 0;
  }
  console.log('1/3 dependencies …');
  const started = performance.now();
  const { code, output } = await runCommand(
    [...pnpm, 'install', '--frozen-lockfile', '--config.confirm-modules-purge=false'],
    { cwd: root, env, capture: true },
  );
  if (code > 128) return code;
  if (code !== 0) {
    process.stderr.write(output);
    console.error('SETUP_INSTALL_FAILED: the dependencies were not installed, see above.');
    return code;
  }
  rememberInstall(root, fingerprint);
  console.log(`1/3 dependencies, installed (${seconds(started)})`);
  return 0;
}

function seconds(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}
