// Rebuilds the signed message from a request as it was received and compares the signatures.
// Implements docs/signing.md, section 7, steps 4 and 5, only with node:crypto.
import { createHmac, timingSafeEqual } from 'node:crypto';

import type { Authorization } from './parse-authorization.ts';

export interface SignedRequest {
  readonly method: string;
  /** The raw path, before any decoding. */
  readonly path: string;
  /** The raw query without its question mark. */
  readonly query: string;
  readonly body: Uint8Array;
}

export function verifySignature(
  request: SignedRequest,
  authorization: Authorization,
  secret: string,
): boolean {
  const query = new URLSearchParams(request.query);
  const values = authorization.signedQueryArgs.map((name) => onlyValue(query, name)).join('');
  const expected = createHmac('sha256', secret)
    .update(`${request.method} ${request.path}\n`)
    .update(request.body)
    .update(`\n${values}\n\n${authorization.expires}`)
    .digest('base64');
  // Both are 44 ASCII characters, because the header's pattern allows only this length.
  return timingSafeEqual(Buffer.from(expected), Buffer.from(authorization.signature));
}

function onlyValue(query: URLSearchParams, name: string): string {
  const [value = '', ...others] = query.getAll(name);
  return others.length === 0 ? value : '';
}
