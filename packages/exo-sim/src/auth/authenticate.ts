// From a received request to the key that signed it. Implements docs/signing.md, section 7.
import { findCaller, isExpired, type Caller } from '../state/find-caller.ts';
import type { Store } from '../state/store.ts';
import { parseAuthorization } from './parse-authorization.ts';
import { verifySignature, type SignedRequest } from './verify-signature.ts';

export type Authentication = { readonly caller: Caller } | { readonly refusal: string };

export function authenticate(
  store: Store,
  request: SignedRequest,
  header: string | undefined,
): Authentication {
  if (header === undefined) return { refusal: 'Missing Authorization header' };
  const authorization = parseAuthorization(header);
  if (!authorization) return { refusal: 'Malformed Authorization header' };
  const caller = findCaller(store, authorization.apiKey);
  // The same words as for a wrong secret, so that nobody can ask which keys exist.
  if (!caller) return { refusal: 'Invalid request signature' };
  const now = store.options.now();
  if (now > authorization.expires * 1000) return { refusal: 'Request signature has expired' };
  if (!verifySignature(request, authorization, caller.key.secret)) {
    return { refusal: 'Invalid request signature' };
  }
  if (isExpired(caller, now)) return { refusal: 'Assumed role session has expired' };
  return { caller };
}
