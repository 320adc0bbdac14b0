// Turns a body that fetch takes into what is signed and sent. Implements docs/signing.md section 2.3.
import { copyBytes } from './bytes.ts';
import { unsupportedBody } from './unsupported-body.ts';

export interface Content {
  readonly body: string | Uint8Array<ArrayBuffer>;
  /** The content type that fetch would set, unless the caller sets one. */
  readonly type: string;
}

/**
 * Bytes are copied, so that they cannot change between signing and sending. A Blob and a FormData of
 * any library are recognized by their methods.
 *
 * @throws {ExoSignerError} `ERR_BODY_UNSUPPORTED` for a stream or an unknown object.
 */
export async function readBody(body: unknown): Promise<Content> {
  // Stryker disable next-line ConditionalExpression: no caller hands in null.
  if (typeof body !== 'object' || body === null) {
    return { body: String(body), type: 'text/plain;charset=UTF-8' };
  }
  const content = await readObject(body).catch(() => undefined);
  if (content) return content;
  throw unsupportedBody();
}

async function readObject(body: object): Promise<Content | undefined> {
  const bytes = copyBytes(body);
  if (bytes) return { body: bytes, type: '' };
  if ('getAll' in body) {
    if (!('sort' in body)) return readForm(body as FormData);
    const type = 'application/x-www-form-urlencoded;charset=UTF-8';
    return { body: (body as URLSearchParams).toString(), type };
  }
  // A Response has no size.
  if (!('size' in body)) return undefined;
  const blob = body as Blob;
  return { body: new Uint8Array(await blob.arrayBuffer()), type: blob.type };
}

// Built again, since a FormData of another library is not one to the global Response.
async function readForm(form: FormData): Promise<Content> {
  const own = new FormData();
  for (const [name, value] of form) {
    if (typeof value === 'string') own.append(name, value);
    else own.append(name, new Blob([await value.arrayBuffer()], { type: value.type }), value.name);
  }
  const encoded = new Response(own);
  const type = String(encoded.headers.get('content-type'));
  return { body: new Uint8Array(await encoded.arrayBuffer()), type };
}
