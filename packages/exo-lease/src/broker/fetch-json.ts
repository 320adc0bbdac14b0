// One request that is answered with JSON. Redirects are not followed: a token must not go elsewhere.
import type { Context } from '../context.ts';
import { ExoLeaseError } from '../errors.ts';

const timeoutMs = 30_000;
const maxBytes = 1024 * 1024;

export interface JsonRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly bearer: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal: AbortSignal;
}

export interface JsonAnswer {
  readonly status: number;
  /** Undefined when the answer is not JSON. */
  readonly body: unknown;
  readonly retryAfter: string | null;
}

/** @throws {ExoLeaseError} `ERR_BROKER_UNREACHABLE` without an answer. */
export async function fetchJson(
  { fetch }: Pick<Context, 'fetch'>,
  url: URL,
  { method, bearer, headers, body, signal }: JsonRequest,
): Promise<JsonAnswer> {
  try {
    const response = await fetch(url, {
      method,
      headers: {
        authorization: `Bearer ${bearer}`,
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    const text = await response.text();
    const retryAfter = response.headers.get('retry-after');
    return { status: response.status, body: parse(text.slice(0, maxBytes)), retryAfter };
  } catch (cause) {
    signal.throwIfAborted();
    throw new ExoLeaseError(
      'ERR_BROKER_UNREACHABLE',
      `${url.host} did not answer. Check the address, the network and any proxy (https_proxy, no_proxy).`,
      { cause },
    );
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
