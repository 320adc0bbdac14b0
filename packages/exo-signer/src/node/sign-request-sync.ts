// Signs one request on node:crypto, without a promise. Implements docs/signing.md section 3.
import { checkCredentials } from '../lib/credentials.ts';
import { resolveExpires } from '../lib/expires.ts';
import { messageParts } from '../lib/message-parts.ts';
import { writeAuthorization } from '../lib/write-authorization.ts';
import { type Credentials, type SignableRequest, type SignOptions } from '../types.ts';
import { hmacBase64 } from './hmac-base64.ts';

/**
 * The `Authorization` header's value for one request, without a promise. For small bodies it is many
 * times faster than the asynchronous `signRequest`, which pays for Web Crypto's thread pool.
 *
 * @example
 *   import { signRequestSync } from '@x/exo-signer/node';
 *
 *   const request = { method: 'GET', url: 'https://api-ch-gva-2.exoscale.com/v2/instance' };
 *   const authorization = signRequestSync(request, { apiKey, apiSecret });
 *
 * @throws {ExoSignerError} `ERR_CREDENTIALS_INVALID` and the codes of `buildMessage`.
 */
export function signRequestSync(
  request: SignableRequest,
  credentials: Credentials,
  options?: SignOptions,
): string {
  const { apiKey, apiSecret } = checkCredentials(credentials);
  const parts = messageParts(request, resolveExpires(options));
  return writeAuthorization({ apiKey, signed: parts, signature: hmacBase64(parts, apiSecret) });
}
