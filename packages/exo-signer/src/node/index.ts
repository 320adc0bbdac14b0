export { buildMessage } from '../build-message.ts';
export { ExoSignerError } from '../errors.ts';
export { formatAuthorization } from '../format-authorization.ts';
export { parseAuthorization } from '../parse-authorization.ts';
export { createSigner } from './create-signer.ts';
export { signRequestSync } from './sign-request-sync.ts';

export type { ExoSignerErrorCode } from '../errors.ts';
export type {
  Authorization,
  Credentials,
  Message,
  SignableRequest,
  SignerOptions,
  SignOptions,
} from '../types.ts';
export type { SyncSigner } from './create-signer.ts';
