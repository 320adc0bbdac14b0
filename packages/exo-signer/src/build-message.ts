// Builds the message to sign. Implements docs/signing.md section 2.
import { joinParts, messageParts } from './lib/message-parts.ts';
import { type Message, type SignableRequest } from './types.ts';

/**
 * The message that is signed for a request, and the names of the query arguments that it covers. Pure.
 * It needs no key, so use it to find out why a signature does not match.
 *
 * @example
 *   import { buildMessage } from '@x/exo-signer';
 *
 *   buildMessage({ method: 'GET', url: 'https://api-ch-gva-2.exoscale.com/v2/zone' }, 1599140767);
 *   // { message: 'GET /v2/zone\n\n\n\n1599140767', signedQueryArgs: [] }
 *
 * @param expires When the signature ends, in UNIX seconds.
 * @throws {ExoSignerError} `ERR_METHOD_INVALID`, `ERR_URL_INVALID`, `ERR_BODY_UNSUPPORTED`,
 *   `ERR_QUERY_NAME_UNSUPPORTED`, `ERR_EXPIRES_INVALID`.
 */
export function buildMessage(request: SignableRequest, expires: number): Message {
  const parts = messageParts(request, expires);
  return { message: joinParts(parts), signedQueryArgs: parts.names };
}
