// A signer on node:crypto: the same as the default entry's, with a synchronous `sign`.
import { createSecretKey } from 'node:crypto';

import { checkCredentials } from '../lib/credentials.ts';
import { resolveExpires } from '../lib/expires.ts';
import { messageParts } from '../lib/message-parts.ts';
import { signingFetch } from '../lib/signing-fetch.ts';
import { writeAuthorization } from '../lib/write-authorization.ts';
import {
  type Credentials,
  type SignableRequest,
  type SignerOptions,
  type SignOptions,
} from '../types.ts';
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
 * A signer for many requests with one key, which is kept as a `KeyObject` that does not print its secret.
 *
 * @example
 *   import { createSigner } from '@x/exo-signer/node';
 *
 *   const signer = createSigner({ apiKey, apiSecret });
 *   const authorization = signer.sign({ method: 'GET', url });
 *
 * @throws {ExoSignerError} `ERR_CREDENTIALS_INVALID`.
 */
export function createSigner(credentials: Credentials, options?: SignerOptions): SyncSigner {
  const { apiKey, apiSecret } = checkCredentials(credentials);
  const key = createSecretKey(apiSecret, 'utf8');

  function sign(request: SignableRequest, overrides?: SignOptions): string {
    const parts = messageParts(request, resolveExpires(overrides, options));
    return writeAuthorization({ apiKey, signed: parts, signature: hmacBase64(parts, key) });
  }

  return { sign, fetch: signingFetch(sign, options?.fetch) };
}
