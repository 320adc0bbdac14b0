// Makes a key pair for sealed leases.
import { base64url } from 'jose';

import { formatIdentity, formatRecipient } from './keys.ts';

export interface KeyPair {
  /** Can seal; may be public. */
  readonly recipient: string;
  /** Can open; a secret. */
  readonly identity: string;
}

/** A new X25519 key pair, from the random numbers of Web Crypto. */
export async function generateIdentity(): Promise<KeyPair> {
  const pair = await crypto.subtle.generateKey('X25519', true, ['deriveBits']);
  const { d = '', x = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  const publicKey = base64url.decode(x);
  return {
    recipient: formatRecipient(publicKey),
    identity: formatIdentity(base64url.decode(d), publicKey),
  };
}
