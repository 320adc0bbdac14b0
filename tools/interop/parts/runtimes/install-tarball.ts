// The signer as its users get it: packed, then installed from the tarball into an empty folder.
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { vectors } from '@x/vectors';
import type { Vector } from '@x/vectors';

import { InteropError } from '../../src/interop-error.ts';
import type { InteropContext } from '../../src/part.ts';
import { runCommand } from '../../src/run-command.ts';

/** Those that can be signed at all: with a secret, and with a header that is known. */
export const signable: readonly Vector[] = vectors.filter(
  ({ apiSecret, expectedAuthorization, refusedWith }) =>
    apiSecret && (expectedAuthorization || refusedWith),
);

/** @returns The folder: the package in `node_modules`, the vectors, and a program for each runtime. */
export async function installTarball(context: InteropContext): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'exo-signer-'));
  cpSync(join(import.meta.dirname, 'page'), folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  writeFileSync(join(folder, 'vectors.mjs'), `export const vectors = ${serialize(signable)};\n`);
  const source = join(context.root, 'packages/exo-signer');
  const pack = ['pack', source, '--pack-destination', folder, '--json', '--ignore-scripts'];
  const packed = await npm(context, pack, folder);
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--offline'];
  await npm(context, ['install', ...quiet, `./${filename}`], folder);
  return folder;
}

function serialize(all: readonly Vector[]): string {
  const members = all.map(({ body, ...rest }) =>
    body instanceof Uint8Array
      ? { ...rest, bodyBase64: Buffer.from(body).toString('base64') }
      : { ...rest, body },
  );
  return JSON.stringify(members);
}

async function npm(
  { signal }: InteropContext,
  args: readonly string[],
  cwd: string,
): Promise<string> {
  const { code, stdout, stderr } = await runCommand('npm', args, { cwd, env: process.env, signal });
  if (code === 0) return stdout;
  throw new InteropError('SETUP_FAILED', `npm ${args.join(' ')} failed: ${stderr.trim()}`);
}
