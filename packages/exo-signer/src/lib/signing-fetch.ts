// A fetch that signs what it sends: the URL, method and bytes that are signed are the ones passed on.
import { ExoSignerError } from '../errors.ts';
import type { SignableRequest } from '../types.ts';

type Sign = (request: SignableRequest) => string | Promise<string>;

export function signingFetch(sign: Sign, send: typeof fetch = fetchGlobally): typeof fetch {
  return async function fetchSigned(input, init) {
    if (isStream(init?.body)) {
      throw new ExoSignerError(
        'ERR_BODY_UNSUPPORTED',
        'The body is a stream. A signature covers the exact bytes, so read it to its end first, with `await new Response(stream).arrayBuffer()` for example.',
      );
    }
    const request = new Request(input instanceof Request ? input.clone() : input, init);
    const body = new Uint8Array(await request.clone().arrayBuffer());
    // `fetch` sends `patch` as it is written; the signed method and the sent one have to be the same.
    const method = request.method.toUpperCase();
    const headers = new Headers(request.headers);
    headers.set('authorization', await sign({ method, url: request.url, body }));
    return send(new Request(request, { method, headers, body: body.length > 0 ? body : null }));
  };
}

// Looked up at each call, so that a fetch replaced after the signer was made is honored.
const fetchGlobally: typeof fetch = (input, init) => fetch(input, init);

function isStream(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  return body instanceof ReadableStream || Symbol.asyncIterator in body;
}
