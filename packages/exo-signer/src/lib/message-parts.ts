// The message in three parts, so that a large body is not copied. Implements docs/signing.md section 2.
import { ExoSignerError } from '../errors.ts';
import { type SignableRequest } from '../types.ts';
import { isUint8Array } from './bytes.ts';
import { assertExpires } from './expires.ts';
import { parseUrl } from './parse-url.ts';
import { selectQueryArgs } from './query-args.ts';
import { utf8 } from './utf8.ts';

// RFC 9110 section 5.6.2, `token`.
const httpToken = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** The message is `head`, `body` and `tail`. A line feed stands at each seam. */
export interface MessageParts {
  readonly head: string;
  readonly body: string | Uint8Array;
  readonly tail: string;
  /** The names of the signed query arguments. */
  readonly names: readonly string[];
  readonly expires: number;
}

/** @throws {ExoSignerError} The codes of `buildMessage`. */
export function messageParts(request: SignableRequest, expires: number): MessageParts {
  assertExpires(expires);
  const url = parseUrl(request.url);
  const { names, values } = selectQueryArgs(url);
  const head = `${toMethod(request.method)} ${url.pathname}\n`;
  const tail = `\n${values}\n\n${expires}`;
  const body = request.body ?? '';
  if (typeof body === 'string' || isUint8Array(body)) return { head, body, tail, names, expires };
  throw new ExoSignerError(
    'ERR_BODY_UNSUPPORTED',
    'The body is neither a string nor a Uint8Array. A signature covers the exact bytes, so read a stream to its end and serialize an object before signing.',
  );
}

/** The whole message: text when the body is text, otherwise bytes. */
export function joinParts({ head, body, tail }: MessageParts): string | Uint8Array {
  if (typeof body === 'string') return head + body + tail;
  const first = utf8(head);
  const last = utf8(tail);
  const whole = new Uint8Array(first.length + body.length + last.length);
  whole.set(first);
  whole.set(body, first.length);
  whole.set(last, first.length + body.length);
  return whole;
}

// Stryker disable next-line ArrayDeclaration: only faster than the test of the form.
const commonMethods: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'DELETE']);

function toMethod(method: string): string {
  // Stryker disable next-line ConditionalExpression: only faster than the test of the form.
  if (commonMethods.has(method)) return method;
  if (typeof method === 'string' && httpToken.test(method)) return method.toUpperCase();
  throw new ExoSignerError(
    'ERR_METHOD_INVALID',
    `The method ${JSON.stringify(method)} is not an HTTP method. Expected a token such as "GET".`,
  );
}
