// HMAC-SHA256 on Web Crypto. Implements docs/signing.md section 3.
import { type MessageParts } from './message-parts.ts';
import { borrowBytes, returnBytes } from './scratch.ts';
import { utf8, writeUtf8 } from './utf8.ts';

/** The secret as a key that can sign and cannot be read back. */
export function importSecret(apiSecret: string): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', utf8(apiSecret), algorithm, false, ['sign']);
}

/** The message's signature in Base64. */
export async function signParts(parts: MessageParts, key: CryptoKey): Promise<string> {
  const { head, body, tail } = parts;
  // UTF-8 needs at most three bytes for a UTF-16 unit.
  // Stryker disable next-line ConditionalExpression: more room than needed does no harm.
  const bodyLength = typeof body === 'string' ? body.length * 3 : body.length;
  const bytes = borrowBytes(head.length + bodyLength + tail.length * 3);
  let length = writeUtf8(head, bytes, 0);
  if (typeof body === 'string') length += writeUtf8(body, bytes, length);
  else {
    bytes.set(body, length);
    length += body.length;
  }
  length += writeUtf8(tail, bytes, length);
  const message = bytes.subarray(0, length);
  try {
    const signature = await crypto.subtle.sign('HMAC', key, message);
    return btoa(String.fromCharCode(...new Uint8Array(signature)));
  } finally {
    message.fill(0);
    returnBytes(bytes);
  }
}
