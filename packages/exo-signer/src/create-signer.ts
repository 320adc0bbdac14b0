// A signer that imports its key once, and a fetch that signs.
import { checkCredentials } from './lib/credentials.ts';
import { resolveExpires } from './lib/expires.ts';
import { messageParts } from './lib/message-parts.ts';
import { signingFetch } from './lib/signing-fetch.ts';
import { importSecret, signParts } from './lib/web-crypto.ts';
import { writeAuthorization } from './lib/write-authorization.ts';
import {
  type Credentials,
  type SignableRequest,
  type SignerOptions,
  type SignOptions,
} from './types.ts';

/** Signs with one key. */
export interface Signer {
  /**
   * The `Authorization` header's value. `options` win over those of the signer, one by one.
   *
   * @throws {ExoSignerError} The codes of `buildMessage`.
   */
  sign(request: SignableRequest, options?: SignOptions): Promise<string>;
  /**
   * `fetch` with the request signed. Every call signs anew, so it is safe to retry. The body is read
   * into memory first; a stream in `init` is refused with `ERR_BODY_UNSUPPORTED`. A `Request` is
   * cloned, not consumed. Members of `init` that are not standard reach the inner fetch.
   *
   * @throws {ExoSignerError} The codes of `buildMessage`, and `ERR_HEADERS_INVALID`.
   */
  readonly fetch: typeof fetch;
}

/**
 * A signer for many requests with one key, imported once as a non-extractable `CryptoKey`.
 *
 * @example
 *   import { createSigner } from '@x/exo-signer';
 *
 *   const signer = createSigner({ apiKey, apiSecret });
 *   const response = await signer.fetch('https://api-ch-gva-2.exoscale.com/v2/instance');
 *
 * @throws {ExoSignerError} `ERR_CREDENTIALS_INVALID`.
 */
export function createSigner(credentials: Credentials, options?: SignerOptions): Signer {
  const { apiKey, apiSecret } = checkCredentials(credentials);
  let imported: Promise<CryptoKey> | undefined;

  async function sign(request: SignableRequest, overrides?: SignOptions): Promise<string> {
    const parts = messageParts(request, resolveExpires(overrides, options));
    imported ??= importSecret(apiSecret);
    const signature = await signParts(parts, await imported);
    return writeAuthorization({ apiKey, signed: parts, signature });
  }

  return { sign, fetch: signingFetch(sign, options?.fetch) };
}
