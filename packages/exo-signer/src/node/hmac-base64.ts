// HMAC-SHA256 on node:crypto. Implements docs/signing.md section 3.
import { createHmac, type KeyObject } from 'node:crypto';

/** The message's signature in Base64. A string is signed as UTF-8. */
export function hmacBase64(message: string | Uint8Array, secret: string | KeyObject): string {
  return createHmac('sha256', secret).update(message).digest('base64');
}
