// Sealed leases, loaded by the commands that need them.
import type { Sealing } from '../broker/sealing.ts';
import { ExoLeaseError } from '../errors.ts';
import { messageOf } from '../message-of.ts';

/** Its functions throw `ERR_SEALED_INVALID` for what is not a recipient, an identity or a sealed lease. */
export async function loadSealing(): Promise<Sealing> {
  const { generateIdentity, open, seal } = await import('@x/seal');
  return {
    generateIdentity,
    seal: (payload, recipient) => coded(() => seal(payload, recipient)),
    open: (text, identity) => coded(() => open(text, identity)),
  };
}

async function coded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new ExoLeaseError('ERR_SEALED_INVALID', messageOf(cause), { cause });
  }
}
