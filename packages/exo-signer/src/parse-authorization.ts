// Reads an Authorization header's value. Implements docs/signing.md section 4.3.
import { ExoSignerError } from './errors.ts';
import { isCarriableKey } from './lib/credentials.ts';
import { isCarriableName } from './lib/query-args.ts';
import { isSignature } from './lib/signature.ts';
import { type Authorization } from './types.ts';

const start = 'EXO2-HMAC-SHA256 credential=';
// Read from the end, because a key may hold a comma: what precedes the known pairs is the key. One
// expression for the whole header takes time that grows with the square of its length.
const end = /,expires=(-?\d+),signature=([^,]+)$/;

/**
 * The parts of an `Authorization` header. The inverse of `formatAuthorization`. Pure. It verifies
 * nothing.
 *
 * @throws {ExoSignerError} `ERR_AUTHORIZATION_MALFORMED`; the header's text is not repeated.
 */
export function parseAuthorization(header: string): Authorization {
  const text = typeof header === 'string' ? header : '';
  // Stryker disable next-line ArrayDeclaration: the first member is not read.
  const [pairs = '', seconds, signature = ''] = end.exec(text) ?? [];
  const head = text.slice(start.length, text.length - pairs.length);
  const [apiKey = '', names, more] = head.split(',signed-query-args=');
  const expires = Number(seconds);
  const signedQueryArgs = names?.split(';') ?? [];
  if (
    !text.startsWith(start) ||
    more !== undefined ||
    !isSignature(signature) ||
    !isCarriableKey(apiKey) ||
    !signedQueryArgs.every(isCarriableName) ||
    !Number.isSafeInteger(expires)
  ) {
    throw new ExoSignerError(
      'ERR_AUTHORIZATION_MALFORMED',
      `The Authorization header is malformed. Expected "${start}<key>[,signed-query-args=<names>],expires=<seconds>,signature=<base64>".`,
    );
  }
  return { apiKey, signedQueryArgs, expires, signature };
}
