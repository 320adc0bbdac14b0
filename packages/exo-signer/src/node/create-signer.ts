// A signer on node:crypto: the same as the default entry's, with a synchronous `sign`.
import { createSecretKey } from 'node:crypto';

import { buildMessage } from '../build-message.ts';
import { formatAuthorization } from '../format-authorization.ts';
import { assertCredentials } from '../lib/credentials.ts';
import { resolveExpires } from '../lib/expires.ts';
import { signingFetch } from '../lib/signing-fetch.ts';
import type { Credentials, SignableRequest, SignerOptions, SignOptions } from '../types.ts';
import { hmacBase64 } from './hmac-base64.ts';

/** Signs with one key, without promises. */
export interface SyncSigner {
  /**
   * The `Authorization` header's value. `options` win over those of the signer, one by one.
   *
   * @throws {ExoSignerError} The codes of `buildMessage`.
   */
  sign(request: SignableRequest, options?: SignOptions): string;
  /** The same as the `fetch` of the default entry's signer. */
  readonly fetch: typeof fetch;
}

/**
 * A signer for many requests with one key, kept as a `KeyObject`, which does not print its secret.
 *
 * @example
 *   const signer = createSigner({ apiKey, apiSecret });
 *   const authorization = signer.sign({ method: 'GET', url });
 *
 * @throws {ExoSignerError} `ERR_CREDENTIALS_INVALID`.
 */
export function createSigner(credentials: Credentials, options: SignerOptions = {}): SyncSigner {
  assertCredentials(credentials);
  const { apiKey } = credentials;
  const key = createSecretKey(credentials.apiSecret, 'utf8');

  function sign(request: SignableRequest, overrides?: SignOptions): string {
    const expires = resolveExpires(overrides, options);
    const { message, signedQueryArgs } = buildMessage(request, expires);
    const signature = hmacBase64(message, key);
    return formatAuthorization({ apiKey, signedQueryArgs, expires, signature });
  }

  return { sign, fetch: signingFetch(sign, options.fetch) };
}
