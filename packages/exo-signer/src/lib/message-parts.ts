// The message in three parts, so that a large body is not copied. Implements docs/signing.md section 2.
import { ExoSignerError } from '../errors.ts';
import { type SignableRequest } from '../types.ts';
import { isUint8Array } from './bytes.ts';
import { assertExpires } from './expires.ts';
import { parseUrl } from './parse-url.ts';
import { selectQueryArgs } from './query-args.ts';
import { unsupportedBody } from './unsupported-body.ts';
import { writeUtf8 } from './utf8.ts';

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
  const url = parseUrl(request?.url);
  const { names, values } = selectQueryArgs(url);
  const head = `${toMethod(request.method)} ${url.pathname}\n`;
  const tail = `\n${values}\n\n${expires}`;
  const body = request.body ?? '';
  if (typeof body === 'string' || isUint8Array(body)) return { head, body, tail, names, expires };
  throw unsupportedBody();
}

/** The whole message: text when the body is text, otherwise bytes. */
export function joinParts(parts: MessageParts): string | Uint8Array {
  const { head, body, tail } = parts;
  if (typeof body === 'string') return head + body + tail;
  const bytes = new Uint8Array(sizeOf(parts));
  return bytes.slice(0, writeParts(parts, bytes));
}

/** At least the message's bytes: UTF-8 needs at most three for a UTF-16 unit. */
export function sizeOf({ head, body, tail }: MessageParts): number {
  return 3 * (head.length + body.length + tail.length);
}

/** Writes the message and says how many bytes it has. */
export function writeParts({ head, body, tail }: MessageParts, bytes: Uint8Array): number {
  let length = 0;
  for (const part of [head, body, tail]) length += writeUtf8(part, bytes.subarray(length));
  return length;
}

function toMethod(method: string): string {
  if (typeof method === 'string' && httpToken.test(method)) return method.toUpperCase();
  throw new ExoSignerError(
    'ERR_METHOD_INVALID',
    'The method is not an HTTP token. Expected a text such as "GET".',
  );
}
