// The package's one error class and the codes it can carry.

/** What went wrong, for `switch`. The message is for people and may change. */
export type ExoLeaseErrorCode =
  | 'ERR_USAGE'
  | 'ERR_CONFIRMATION_MISSING'
  | 'ERR_CREDENTIALS_MISSING'
  | 'ERR_CONFIG_INVALID'
  | 'ERR_CONFIG_UNREADABLE'
  | 'ERR_ACCOUNT_UNKNOWN'
  | 'ERR_SECRET_COMMAND_FAILED'
  | 'ERR_TLS_UNVERIFIED'
  | 'ERR_PROXY_INVALID'
  | 'ERR_LEASE_NOT_FOUND'
  | 'ERR_SEALED_INVALID'
  | 'ERR_JOURNAL_UNWRITABLE'
  | 'ERR_COMMAND_NOT_FOUND'
  | 'ERR_COMMAND_NOT_EXECUTABLE'
  | 'ERR_BROKER_REFUSED'
  | 'ERR_BROKER_UNREACHABLE'
  | 'ERR_LEFT_BEHIND'
  | 'ERR_OUTPUT_CLOSED'
  | 'ERR_INTERRUPTED';

/** Every error this package throws on purpose. It never holds a secret. */
export class ExoLeaseError extends Error {
  override readonly name = 'ExoLeaseError';
  readonly code: ExoLeaseErrorCode;

  constructor(code: ExoLeaseErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, options);
    this.code = code;
  }
}
