// A fetch that signs what it sends: the URL, method and bytes that are signed are the ones passed on.
import { ExoSignerError } from '../errors.ts';
import { type InnerFetch, type SignableRequest } from '../types.ts';
import { parseUrl } from './parse-url.ts';
import { type Content, readBody } from './read-body.ts';
import { isRequest, mergeInits, type RequestLike } from './request-like.ts';

type Sign = (request: SignableRequest) => string | Promise<string>;

/** @param send Default the global `fetch`. */
export function signingFetch(sign: Sign, send?: InnerFetch): typeof fetch {
  return async function fetchSigned(input, init) {
    const request = isRequest(input) ? input : undefined;
    const { href: url, username, password } = parseUrl(request?.url ?? (input as string | URL));
    if (username !== '' || password !== '') {
      throw new ExoSignerError(
        'ERR_URL_INVALID',
        'The URL holds a user name or a password, which fetch does not send. Leave them out.',
      );
    }
    const members = mergeInits(request, init);
    const { method = 'GET' } = members;
    const content = await readContent(init?.body ?? undefined, request);
    const headers = toHeaders(members.headers, content?.type);
    headers['authorization'] = await sign({ method, url, body: content?.body ?? null });
    // `fetch` sends `patch` as it is written; the signed method and the sent one have to be the same.
    const upperCase = method.toUpperCase();
    const signed = {
      ...members,
      method: upperCase,
      headers,
      ...(content && { body: content.body }),
    };
    if (send) return (await send(url, signed)) as Response;
    // The global `fetch` knows more of its own Request than can be read, a dispatcher for example.
    // Looked up at each call, so that a fetch replaced after the signer was made is used.
    return fetch(request instanceof Request ? request : url, signed);
  };
}

async function readContent(body: unknown, request?: RequestLike): Promise<Content | undefined> {
  if (body !== undefined) return readBody(body);
  if (!request || request.body === null) return undefined;
  if (request.bodyUsed) {
    throw new ExoSignerError(
      'ERR_BODY_UNSUPPORTED',
      'The Request was read already. Pass a new one, or a body in `init`.',
    );
  }
  if (typeof request.clone !== 'function') {
    return request.body === undefined ? undefined : readBody(request.body);
  }
  const bytes = new Uint8Array(await request.clone().arrayBuffer());
  return request.body === undefined && bytes.length === 0 ? undefined : { body: bytes, type: '' };
}

// A plain record, which every fetch takes.
function toHeaders(init: HeadersInit | null | undefined, type = ''): Record<string, string> {
  try {
    const headers = new Headers(init ?? undefined);
    if (type !== '' && !headers.has('content-type')) headers.set('content-type', type);
    return Object.fromEntries(headers);
  } catch {
    // Without the cause, which repeats the header's value.
    throw new ExoSignerError(
      'ERR_HEADERS_INVALID',
      'A header cannot be sent. Expected HTTP tokens and printable Latin-1; check for a line break.',
    );
  }
}
