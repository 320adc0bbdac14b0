// The one error class of this package. Its messages never hold a key, an identity or a sealed text.

/** What went wrong, for `switch`. The message is for people and may change. */
export type SealErrorCode =
  | 'ERR_RECIPIENT_INVALID'
  | 'ERR_IDENTITY_INVALID'
  | 'ERR_SEALED_EMPTY'
  | 'ERR_SEALED_INVALID'
  | 'ERR_SEALED_OTHER_RECIPIENT'
  | 'ERR_SEALED_VERSION'
  | 'ERR_PAYLOAD_INVALID';

/** Every error this package throws on purpose. */
export class SealError extends Error {
  override readonly name = 'SealError';
  readonly code: SealErrorCode;

  constructor(code: SealErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, options);
    this.code = code;
  }
}
