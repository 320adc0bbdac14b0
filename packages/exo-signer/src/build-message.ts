// Builds the message to sign. Implements docs/signing.md section 2.
import { ExoSignerError } from './errors.ts';
import { assertExpires } from './lib/expires.ts';
import { selectQueryArgs } from './lib/query-args.ts';
import { utf8 } from './lib/utf8.ts';
import type { Message, SignableRequest } from './types.ts';

// RFC 9110 section 5.6.2, `token`.
const httpToken = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/**
 * The message that is signed for a request, and the names of the query arguments it covers. Pure: it
 * needs no key, so it is also the way to find out why a signature does not match.
 *
 * @example
 *   buildMessage({ method: 'GET', url: 'https://api-ch-gva-2.exoscale.com/v2/zone' }, 1599140767);
 *   // { message: 'GET /v2/zone\n\n\n\n1599140767', signedQueryArgs: [] }
 *
 * @param expires When the signature ends, in UNIX seconds.
 * @throws {ExoSignerError} `ERR_METHOD_INVALID`, `ERR_URL_INVALID`, `ERR_BODY_UNSUPPORTED`,
 *   `ERR_QUERY_NAME_UNSUPPORTED`, `ERR_EXPIRES_INVALID`.
 */
export function buildMessage(request: SignableRequest, expires: number): Message {
  assertExpires(expires);
  const url = toUrl(request.url);
  const { names, values } = selectQueryArgs(url.searchParams);
  const head = `${toMethod(request.method)} ${url.pathname}\n`;
  const tail = `\n${values}\n\n${expires}`;
  const body = request.body ?? '';
  if (typeof body === 'string') return { message: head + body + tail, signedQueryArgs: names };
  if (body instanceof Uint8Array) {
    return { message: concat(utf8(head), body, utf8(tail)), signedQueryArgs: names };
  }
  throw new ExoSignerError(
    'ERR_BODY_UNSUPPORTED',
    'The body is neither a string nor a Uint8Array. A signature covers the exact bytes, so read a stream to its end and serialize an object before signing.',
  );
}

function toMethod(method: string): string {
  if (typeof method === 'string' && httpToken.test(method)) return method.toUpperCase();
  throw new ExoSignerError(
    'ERR_METHOD_INVALID',
    `The method ${JSON.stringify(method)} is no HTTP method. Expected a token such as "GET".`,
  );
}

function toUrl(url: string | URL): URL {
  // Parsed again even when it is a URL already: the parser's own serialization is what gets sent.
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed && /^https?:$/.test(parsed.protocol)) return parsed;
  // The URL itself stays out of the message: its query may hold data.
  throw new ExoSignerError(
    'ERR_URL_INVALID',
    'The URL is not an absolute http: or https: URL. The path that goes over the wire is signed, so pass the URL in full.',
  );
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
