// What is sent: body, headers and signature. Whatever is wrong with a request shows here, before anything
// is sent, and so is neither tried again nor in doubt.
import type { Signer } from '@x/exo-signer';

import { ExoIamError } from '../errors.ts';
import type { ApiRequest } from './api-request.ts';
import { cleanText } from './clean-text.ts';
import { describeMessage } from './describe-message.ts';

export interface PreparedRequest {
  readonly headers: Headers;
  /** The body as it is sent. */
  readonly content: string | undefined;
  /** What was signed, as `Exchange` tells it. */
  readonly signedMessage: string | undefined;
}

/** @throws {ExoIamError} `ERR_REQUEST_INVALID` for what cannot be written, signed or put into a header. */
export async function prepareRequest(
  { operation, method, url, body, signed }: ApiRequest,
  { signer, userAgent }: { readonly signer: Pick<Signer, 'sign'>; readonly userAgent: string },
): Promise<PreparedRequest> {
  try {
    const content = body === undefined ? undefined : JSON.stringify(body);
    const headers = new Headers({ accept: 'application/json', 'user-agent': userAgent });
    if (content !== undefined) headers.set('content-type', 'application/json');
    if (!signed) return { headers, content, signedMessage: undefined };
    const signable = { method, url, body: content ?? null };
    const authorization = await signer.sign(signable);
    headers.set('authorization', authorization);
    return { headers, content, signedMessage: describeMessage(signable, authorization) };
  } catch (cause) {
    const why = cleanText(String(cause));
    throw new ExoIamError(
      'ERR_REQUEST_INVALID',
      `${operation} was not sent, its request cannot be made (${why}). Expected a body that JSON can hold, and names in the query without ; , = and characters outside ASCII.`,
      { operation, cause },
    );
  }
}
