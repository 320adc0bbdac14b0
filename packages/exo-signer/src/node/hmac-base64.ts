// HMAC-SHA256 on node:crypto. Implements docs/signing.md section 3.
import { createHmac, type KeyObject } from 'node:crypto';

import { type MessageParts } from '../lib/message-parts.ts';

// Joining is faster for a short body, feeding in pieces for a long one, which is then not copied.
const maxJoinedLength = 4096;

/** The message's signature in Base64. Text is signed as UTF-8. */
export function hmacBase64({ head, body, tail }: MessageParts, secret: string | KeyObject): string {
  const hmac = createHmac('sha256', secret);
  // Stryker disable next-line ConditionalExpression,EqualityOperator: both ways sign the same.
  if (typeof body === 'string' && body.length <= maxJoinedLength) hmac.update(head + body + tail);
  else hmac.update(head).update(body).update(tail);
  return hmac.digest('base64');
}
