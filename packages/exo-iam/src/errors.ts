// The package's one error class and the codes it can carry.

/** What went wrong, for `switch`. The message is for people and may change. */
export type ExoIamErrorCode =
  // The request cannot be fulfilled. Nothing was sent that creates anything.
  | 'ERR_CREDENTIALS_MISSING'
  | 'ERR_CREDENTIALS_INVALID'
  | 'ERR_ENDPOINT_INVALID'
  | 'ERR_ZONE_INVALID'
  | 'ERR_DURATION_INVALID'
  | 'ERR_NAME_INVALID'
  | 'ERR_SCOPE_EMPTY'
  | 'ERR_SCOPE_CONFLICT'
  | 'ERR_SCOPE_INVALID'
  | 'ERR_OPERATION_UNKNOWN'
  | 'ERR_TAG_UNKNOWN'
  | 'ERR_RESOURCE_INVALID'
  | 'ERR_POLICY_INVALID'
  | 'ERR_TEMPLATE_NOT_FOUND'
  | 'ERR_ROLE_NOT_FOUND'
  | 'ERR_ROLE_AMBIGUOUS'
  | 'ERR_METHOD_UNSUITABLE'
  | 'ERR_NOT_A_LEASE'
  | 'ERR_ARGUMENT_INVALID'
  | 'ERR_PARAMETER_MISSING'
  | 'ERR_REQUEST_INVALID'
  // The API refused.
  | 'ERR_SIGNATURE_REFUSED'
  | 'ERR_CLOCK_SKEW'
  | 'ERR_POLICY_DENIED'
  | 'ERR_NOT_IN_ORGANIZATION'
  | 'ERR_FORBIDDEN'
  | 'ERR_NOT_FOUND'
  | 'ERR_CONFLICT'
  | 'ERR_RATE_LIMITED'
  | 'ERR_REQUEST_REFUSED'
  | 'ERR_OPERATION_FAILED'
  // The API did not respond, or its response could not be understood.
  | 'ERR_SERVER'
  | 'ERR_ANSWER_UNREADABLE'
  | 'ERR_UNREACHABLE'
  | 'ERR_TIMEOUT'
  // A minted key was not accepted in time.
  | 'ERR_KEY_NOT_ACCEPTED'
  // Something was created and could not be removed again.
  | 'ERR_LEFT_BEHIND';

/** Facts about an error. None of them is a secret. */
export interface ExoIamErrorOptions extends ErrorOptions {
  /** The HTTP status, where there was an answer. */
  readonly status?: number | undefined;
  /** The API operation, `create-api-key` for example. */
  readonly operation?: string | undefined;
  /** The service class whose policy denied. */
  readonly serviceClass?: string | undefined;
  /** The input at fault, `operations` for example. */
  readonly field?: string;
  /** True if the request may have been carried out anyway, since its response was lost. */
  readonly uncertain?: boolean;
}

/** Every error that this package throws on purpose. It never contains a secret, a signature or a header. */
export class ExoIamError extends Error {
  override readonly name = 'ExoIamError';
  readonly code: ExoIamErrorCode;
  readonly status: number | undefined;
  readonly operation: string | undefined;
  readonly serviceClass: string | undefined;
  readonly field: string | undefined;
  readonly uncertain: boolean;

  constructor(code: ExoIamErrorCode, message: string, options: ExoIamErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.status = options.status;
    this.operation = options.operation;
    this.serviceClass = options.serviceClass;
    this.field = options.field;
    this.uncertain = options.uncertain ?? false;
  }
}

/** Whether an error is one of ours with one of these codes. */
export function hasCode(
  error: unknown,
  ...codes: readonly ExoIamErrorCode[]
): error is ExoIamError {
  return error instanceof ExoIamError && codes.includes(error.code);
}
