// HMAC-SHA256 on Web Crypto. Implements docs/signing.md section 3.
import { type MessageParts, sizeOf, writeParts } from './message-parts.ts';
import { borrowBytes, returnBytes } from './scratch.ts';
import { utf8 } from './utf8.ts';

/** The secret as a key that can sign and cannot be read back. */
export function importSecret(apiSecret: string): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', utf8(apiSecret), algorithm, false, ['sign']);
}

/** The message's signature in Base64. */
export async function signParts(parts: MessageParts, key: CryptoKey): Promise<string> {
  const bytes = borrowBytes(sizeOf(parts));
  const message = bytes.subarray(0, writeParts(parts, bytes));
  try {
    const signature = await crypto.subtle.sign('HMAC', key, message);
    return btoa(String.fromCharCode(...new Uint8Array(signature)));
  } finally {
    message.fill(0);
    returnBytes(bytes);
  }
}
