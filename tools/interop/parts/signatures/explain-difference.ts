// Where a reference implementation signs otherwise than we do, says by which of the known differences
// (docs/signing.md, section 8): each is applied to the request as that client sends it, and what comes
// out has to be its header to the last byte.
import { createHmac } from 'node:crypto';

import type { SampleRequest } from './random-requests.ts';

/** What a reference implementation would send. */
export interface SignedByOther {
  /** As on the wire. */
  readonly path: string;
  readonly query: string;
  readonly authorization: string;
}

export type Reference = 'egoscale' | 'requests-exoscale-auth';

export type Difference =
  | 'empty values'
  | 'duplicates'
  | '; in the last segment'
  | '; in the query'
  | 'invalid escapes'
  | 'the path is sent differently'
  | 'refused by us';

interface Message {
  readonly path: string;
  /** The names listed, and the values signed. */
  readonly names: readonly string[];
  readonly values: string;
}

const brokenEscape = /%(?![0-9A-Fa-f]{2})/;

type Pair = readonly [name: string, value: string];

/** The differences that explain the other's header, or `undefined` where they do not. */
export function explainDifference(
  request: SampleRequest,
  other: SignedByOther,
  { reference, refused }: { readonly reference: Reference; readonly refused: boolean },
): readonly Difference[] | undefined {
  const found: Difference[] = refused ? ['refused by us'] : [];
  if (other.path !== new URL(request.url).pathname) found.push('the path is sent differently');
  // One broken escape, and requests escapes all the others once more: it sends another query.
  if (reference === 'requests-exoscale-auth' && brokenEscape.test(request.url)) {
    found.push('invalid escapes');
  }
  const message = reference === 'egoscale' ? signAsGo(other, found) : signAsPython(other, found);
  const isExplained = found.length > 0 && format(request, other, message) === other.authorization;
  return isExplained ? found : undefined;
}

// Go drops a pair that holds a raw semicolon or an escape it cannot decode, and duplicates as we do.
function signAsGo({ path, query }: SignedByOther, found: Difference[]): Message {
  const raw = query.split('&').filter((pair) => pair !== '');
  const isBroken = (pair: string): boolean => brokenEscape.test(pair);
  if (raw.some((pair) => pair.includes(';'))) found.push('; in the query');
  if (raw.some(isBroken)) found.push('invalid escapes');
  const kept = raw.filter((pair) => !pair.includes(';') && !isBroken(pair));
  const pairs = decode(kept.join('&'));
  const single = sorted(pairs.filter(([name]) => occurrences(pairs, name) === 1));
  return { path, names: single.map(([name]) => name), values: join(single) };
}

// Python drops empty values before it counts, and lists duplicates without signing them. It cuts the
// path at the last segment's semicolon.
function signAsPython({ path, query }: SignedByOther, found: Difference[]): Message {
  const all = decode(query);
  const pairs = all.filter(([, value]) => value !== '');
  if (pairs.length < all.length) found.push('empty values');
  if (all.some(([name]) => occurrences(all, name) > 1)) found.push('duplicates');
  const [whole, kept] = /^(.*\/[^/;]*);[^/]*$/.exec(path) ?? [];
  if (whole !== undefined) found.push('; in the last segment');
  const names = sorted(pairs).map(([name]) => name);
  const single = sorted(pairs.filter(([name]) => occurrences(pairs, name) === 1));
  return { path: kept ?? path, names: [...new Set(names)], values: join(single) };
}

function format(
  { method, body, apiKey, apiSecret }: SampleRequest,
  { authorization }: SignedByOther,
  { path, names, values }: Message,
): string {
  const expires = expiresOf(authorization);
  const text = [`${method} ${path}`, body, values, '', expires].join('\n');
  const signature = createHmac('sha256', apiSecret).update(text).digest('base64');
  const listed = names.length > 0 ? `,signed-query-args=${names.join(';')}` : '';
  return `EXO2-HMAC-SHA256 credential=${apiKey}${listed},expires=${expires},signature=${signature}`;
}

/** Neither lets its caller choose it, so ours is signed for the same moment. */
export function expiresOf(authorization: string): number {
  return Number(/,expires=(\d+),signature=[^,]+$/.exec(authorization)?.[1]);
}

function decode(query: string): readonly Pair[] {
  return [...new URLSearchParams(query)];
}

function occurrences(pairs: readonly Pair[], wanted: string): number {
  return pairs.filter(([name]) => name === wanted).length;
}

function sorted(pairs: readonly Pair[]): readonly Pair[] {
  return [...pairs].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

function join(pairs: readonly Pair[]): string {
  return pairs.map(([, value]) => value).join('');
}
