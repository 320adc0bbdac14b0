// What act works on: a repository with the examples, in which the actions are the bundles as they are
// committed and the signer is built. A copy, because act copies the whole of it for every job.
import { appendFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { generateIdentity } from '@x/seal';

import { InteropError } from '../../src/interop-error.ts';
import type { InteropContext } from '../../src/part.ts';
import { runCommand } from '../../src/run-command.ts';
import type { Credentials } from '../../src/start-simulator.ts';

export interface Workspace {
  /** The repository whose workflows run. */
  readonly repository: string;
  /** Where `x/exo-lease/...@v1` is found. */
  readonly actions: string;
  /** act's own files. */
  readonly home: string;
  readonly secretsFile: string;
  readonly eventFile: string;
  /** Of the identity among the secrets. */
  readonly recipient: string;
}

/** The repository that the jobs believe to be in. */
export const repositoryName = 'octo/site';

export async function prepareWorkspace(
  { root, signal }: InteropContext,
  folder: string,
  parent: Credentials,
): Promise<Workspace> {
  const repository = join(folder, 'repository');
  const actions = join(folder, 'actions');
  const home = join(folder, 'home');
  const secretsFile = join(folder, 'secrets');
  const eventFile = join(folder, 'event.json');
  for (const path of [repository, home]) mkdirSync(path);
  cpSync(join(root, 'examples'), join(repository, 'examples'), {
    recursive: true,
    filter: (path) => !path.includes('node_modules'),
  });
  cpSync(join(import.meta.dirname, 'workflows'), join(repository, 'workflows'), {
    recursive: true,
  });
  // Where their callers look for them.
  for (const file of ['reusable-deploy.yml', 'sealed-reusable.yml']) {
    cpSync(join(root, 'examples', file), join(repository, '.github/workflows', file));
  }
  for (const part of ['package.json', 'dist']) {
    const own = join('node_modules/@x/exo-signer', part);
    cpSync(join(root, 'packages/exo-signer', part), join(repository, own), { recursive: true });
  }
  for (const action of ['mint', 'revoke', 'sweep', 'unseal']) {
    for (const part of ['action.yml', 'dist']) {
      const own = join('actions', action, part);
      cpSync(join(root, own), join(actions, own), { recursive: true });
    }
  }
  const { recipient, identity } = await generateIdentity();
  writeSecrets(secretsFile, parent);
  appendFileSync(secretsFile, `EXO_LEASE_IDENTITY=${identity}\n`);
  // Of a pull request from the repository itself.
  const head = { repo: { full_name: repositoryName } };
  writeFileSync(eventFile, JSON.stringify({ pull_request: { head } }));
  await startRepository(repository, signal);
  return { repository, actions, home, secretsFile, eventFile, recipient };
}

export function writeSecrets(file: string, { apiKey, apiSecret }: Credentials): void {
  const secrets = `EXOSCALE_API_KEY=${apiKey}\nEXOSCALE_API_SECRET=${apiSecret}\n`;
  writeFileSync(file, secrets, { mode: 0o600 });
}

async function startRepository(cwd: string, signal: AbortSignal): Promise<void> {
  const author = ['-c', 'user.name=interop', '-c', 'user.email=interop@example.org'];
  const steps = [
    ['init', '--quiet', '--initial-branch=main'],
    ['remote', 'add', 'origin', `https://github.com/${repositoryName}`],
    [...author, 'commit', '--quiet', '--allow-empty', '--message=start'],
  ];
  for (const args of steps) {
    const env = { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null' };
    const { code, stderr } = await runCommand('git', args, { cwd, env, signal });
    if (code !== 0) throw new InteropError('SETUP_FAILED', `git ${args.join(' ')}: ${stderr}`);
  }
}
