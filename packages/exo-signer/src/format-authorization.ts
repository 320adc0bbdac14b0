// Writes the Authorization header's value. Implements docs/signing.md sections 4.1 and 4.2.
import { ExoSignerError } from './errors.ts';
import { assertApiKey } from './lib/credentials.ts';
import { assertExpires } from './lib/expires.ts';
import { assertCarriable } from './lib/query-args.ts';
import { isSignature } from './lib/signature.ts';
import { writeAuthorization } from './lib/write-authorization.ts';
import { type Authorization } from './types.ts';

/**
 * The value of the `Authorization` header. Pure.
 *
 * @throws {ExoSignerError} `ERR_CREDENTIALS_INVALID`, `ERR_QUERY_NAME_UNSUPPORTED`,
 *   `ERR_EXPIRES_INVALID`, `ERR_SIGNATURE_INVALID` for a part that the header cannot carry.
 */
export function formatAuthorization(authorization: Authorization): string {
  const { apiKey, signedQueryArgs, expires, signature } = Object(authorization) as Authorization;
  assertApiKey(apiKey);
  assertExpires(expires);
  // What is not a list is a name that cannot be carried.
  const names = [signedQueryArgs].flat();
  names.forEach(assertCarriable);
  if (!isSignature(signature)) {
    throw new ExoSignerError(
      'ERR_SIGNATURE_INVALID',
      'The signature is not the Base64 form of 32 bytes. Expected an HMAC-SHA256 in standard Base64 with padding.',
    );
  }
  return writeAuthorization({ apiKey, signed: { names, expires }, signature });
}
