export { SealError } from './errors.ts';
export { generateIdentity } from './generate-identity.ts';
export { parseIdentity, parseRecipient } from './keys.ts';
export { open } from './open.ts';
export { seal } from './seal.ts';

export type { SealErrorCode } from './errors.ts';
export type { KeyPair } from './generate-identity.ts';
export type { SealedHolder, SealedPayload } from './payload.ts';
