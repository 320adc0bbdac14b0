// Reads an Authorization header's value. Implements docs/signing.md section 4.3.
import { ExoSignerError } from './errors.ts';
import { isCarriableKey } from './lib/credentials.ts';
import { isCarriableName } from './lib/query-args.ts';
import { isSignature } from './lib/signature.ts';
import { type Authorization } from './types.ts';

// Anchored at the end, because a key may hold a comma: what precedes the known pairs is the key.
const pattern =
  /^EXO2-HMAC-SHA256 credential=(.+?)(?:,signed-query-args=(.*?))?,expires=(-?\d+),signature=([^,]+)$/;

/**
 * The parts of an `Authorization` header. The inverse of `formatAuthorization`. Pure. It verifies
 * nothing.
 *
 * @throws {ExoSignerError} `ERR_AUTHORIZATION_MALFORMED`; the header's text is not repeated.
 */
export function parseAuthorization(header: string): Authorization {
  // Stryker disable next-line ArrayDeclaration: the first member is not read.
  const [, apiKey = '', names, seconds, signature = ''] = pattern.exec(header) ?? [];
  const expires = Number(seconds);
  const signedQueryArgs = names?.split(';') ?? [];
  if (
    !isSignature(signature) ||
    !isCarriableKey(apiKey) ||
    !signedQueryArgs.every(isCarriableName) ||
    !Number.isSafeInteger(expires)
  ) {
    throw new ExoSignerError(
      'ERR_AUTHORIZATION_MALFORMED',
      'The Authorization header is malformed. Expected "EXO2-HMAC-SHA256 credential=<key>[,signed-query-args=<names>],expires=<seconds>,signature=<base64>".',
    );
  }
  return { apiKey, signedQueryArgs, expires, signature };
}
