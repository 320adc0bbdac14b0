// `exo-lease open`: opens a sealed lease.
import { readFileSync } from 'node:fs';
import { text as readAll } from 'node:stream/consumers';

import type { Context, GlobalOptions } from '../context.ts';
import { ExoLeaseError } from '../errors.ts';
import { formatResult } from '../output/print.ts';
import { writeOut } from '../output/write-out.ts';
import { loadSealing } from '../sealing/load-sealing.ts';

export interface OpenOptions extends GlobalOptions {
  readonly identity?: string;
}

/** @throws {ExoLeaseError} `ERR_USAGE`, `ERR_SEALED_INVALID`. */
export async function open(
  context: Context,
  options: OpenOptions,
  file: string | undefined,
): Promise<void> {
  const identity = readIdentity(context, options);
  const isPiped = file === undefined || file === '-';
  const sealed = isPiped ? await readAll(context.stdin) : readText(file, 'sealed lease');
  const { open: openSealed } = await loadSealing();
  const lease = await openSealed(sealed, identity);
  const { key, secret, name, zone, endpoint, 'expires-at': expiresAt } = lease;
  const result = { key, secret, name, zone, endpoint, 'expires-at': expiresAt };
  await writeOut(context, formatResult(context, result, options));
}

function readIdentity({ env }: Context, { identity }: OpenOptions): string {
  const text = identity === undefined ? env['EXO_LEASE_IDENTITY'] : readText(identity, 'identity');
  if (text?.trim()) return text.trim();
  throw new ExoLeaseError(
    'ERR_USAGE',
    'The identity is missing. Expected the file that --identity names, or EXO_LEASE_IDENTITY, to hold one (eli_…); exo-lease keygen makes a pair.',
  );
}

function readText(path: string, what: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'unknown reason';
    const message = `The file of the ${what}, ${path}, cannot be read (${reason}).`;
    throw new ExoLeaseError('ERR_USAGE', message);
  }
}
