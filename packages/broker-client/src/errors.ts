// The package's one error class and the codes it can carry.

/** What went wrong, for `switch`. */
export type BrokerClientErrorCode =
  /** The address is neither https nor on this machine. */
  | 'ERR_BROKER_URL_INVALID'
  /** The job has no OIDC token to show. */
  | 'ERR_ID_TOKEN_MISSING'
  /** The broker refused. It made nothing. */
  | 'ERR_BROKER_REFUSED'
  /** The broker did not answer, or its answer does not say whether it made a lease. */
  | 'ERR_BROKER_UNREACHABLE'
  /** The broker's lease cannot be opened or lacks a member. */
  | 'ERR_BROKER_ANSWER_INVALID';

/** Every error that this package throws on purpose. It never holds a secret or a token. */
export class BrokerClientError extends Error {
  override readonly name = 'BrokerClientError';
  readonly code: BrokerClientErrorCode;
  /** True if an earlier attempt was sent and not answered: that one may have made a lease. */
  readonly uncertain: boolean;

  constructor(
    code: BrokerClientErrorCode,
    message: string,
    { uncertain = false, ...options }: ErrorOptions & { readonly uncertain?: boolean } = {},
  ) {
    super(message, options);
    this.code = code;
    this.uncertain = uncertain;
  }
}

/** Whether an error proves that the broker made no lease. */
export function isCertain(error: unknown): boolean {
  return (
    error instanceof BrokerClientError &&
    !error.uncertain &&
    error.code !== 'ERR_BROKER_UNREACHABLE' &&
    error.code !== 'ERR_BROKER_ANSWER_INVALID'
  );
}
