export { buildMessage } from './build-message.ts';
export { createSigner } from './create-signer.ts';
export { ExoSignerError } from './errors.ts';
export { formatAuthorization } from './format-authorization.ts';
export { parseAuthorization } from './parse-authorization.ts';
export { signRequest } from './sign-request.ts';

export type { Signer } from './create-signer.ts';
export type { ExoSignerErrorCode } from './errors.ts';
export type {
  Authorization,
  Credentials,
  InnerFetch,
  Message,
  SignableRequest,
  SignedInit,
  SignerOptions,
  SignOptions,
} from './types.ts';
