// Sealed leases, loaded by the commands that need them.
import type { KeyPair, SealedPayload } from '@x/seal';

import { ExoLeaseError } from '../errors.ts';
import { messageOf } from '../message-of.ts';

export interface Sealing {
  readonly generateIdentity: () => Promise<KeyPair>;
  readonly checkRecipient: (recipient: string) => Promise<unknown>;
  readonly seal: (payload: SealedPayload, recipient: string) => Promise<string>;
  readonly open: (text: string, identity: string) => Promise<SealedPayload>;
}

/** Its functions throw `ERR_SEALED_INVALID` for what is not a recipient, an identity or a sealed lease. */
export async function loadSealing(): Promise<Sealing> {
  const { generateIdentity, open, parseRecipient, seal } = await import('@x/seal');
  return {
    generateIdentity,
    checkRecipient: (recipient) => coded(() => parseRecipient(recipient)),
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
