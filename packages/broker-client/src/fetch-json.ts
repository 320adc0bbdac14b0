// One request that is answered with JSON. Redirects are not followed: a token must not go elsewhere.
import { BrokerClientError } from './errors.ts';

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
  readonly body: Readonly<Record<string, unknown>> | undefined;
  readonly retryAfter: string | null;
}

/** @throws {BrokerClientError} `ERR_BROKER_UNREACHABLE` without an answer. */
export async function fetchJson(
  fetch: typeof globalThis.fetch,
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
    const text = await readLimited(response);
    const retryAfter = response.headers.get('retry-after');
    return { status: response.status, body: parse(text), retryAfter };
  } catch (cause) {
    signal.throwIfAborted();
    throw new BrokerClientError(
      'ERR_BROKER_UNREACHABLE',
      `${url.host} did not answer. Check the address, the network, the certificate (NODE_EXTRA_CA_CERTS) and any proxy (https_proxy, no_proxy).`,
      { cause },
    );
  }
}

async function readLimited({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > maxBytes) throw new RangeError(`more than ${maxBytes} bytes`);
  }
  return text + decoder.decode();
}

function parse(text: string): JsonAnswer['body'] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
