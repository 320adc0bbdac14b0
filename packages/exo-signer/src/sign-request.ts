// Signs one request with Web Crypto. Implements docs/signing.md section 3.
import { checkCredentials } from './lib/credentials.ts';
import { resolveExpires } from './lib/expires.ts';
import { messageParts } from './lib/message-parts.ts';
import { importSecret, signParts } from './lib/web-crypto.ts';
import { writeAuthorization } from './lib/write-authorization.ts';
import { type Credentials, type SignableRequest, type SignOptions } from './types.ts';

/**
 * The `Authorization` header's value for one request. To sign many with one key, `createSigner` is
 * faster.
 *
 * @example
 *   import { signRequest } from '@x/exo-signer';
 *
 *   const request = { method: 'GET', url: 'https://api-ch-gva-2.exoscale.com/v2/instance' };
 *   const authorization = await signRequest(request, { apiKey, apiSecret });
 *   await fetch(request.url, { headers: { authorization } });
 *
 * @throws {ExoSignerError} `ERR_CREDENTIALS_INVALID` and the codes of `buildMessage`.
 */
export async function signRequest(
  request: SignableRequest,
  credentials: Credentials,
  options?: SignOptions,
): Promise<string> {
  const { apiKey, apiSecret } = checkCredentials(credentials);
  const parts = messageParts(request, resolveExpires(options));
  const signature = await signParts(parts, await importSecret(apiSecret));
  return writeAuthorization({ apiKey, signed: parts, signature });
}
