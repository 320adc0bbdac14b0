// Signs one request with Web Crypto. Implements docs/signing.md section 3.
import { buildMessage } from './build-message.ts';
import { formatAuthorization } from './format-authorization.ts';
import { assertCredentials } from './lib/credentials.ts';
import { resolveExpires } from './lib/expires.ts';
import { importSecret, signMessage } from './lib/web-crypto.ts';
import type { Credentials, SignableRequest, SignOptions } from './types.ts';

/**
 * The `Authorization` header's value for one request. To sign many with one key, `createSigner` is
 * faster.
 *
 * @example
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
  assertCredentials(credentials);
  const expires = resolveExpires(options);
  const { message, signedQueryArgs } = buildMessage(request, expires);
  const key = await importSecret(credentials.apiSecret);
  const signature = await signMessage(message, key);
  return formatAuthorization({ apiKey: credentials.apiKey, signedQueryArgs, expires, signature });
}
