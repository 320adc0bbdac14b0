// The package's one error class, its codes, and how a response shows each (DESIGN section 9).

/** What went wrong, for `switch`. The message is for people and may change. */
export type BrokerErrorCode =
  // The start is refused.
  | 'ERR_CONFIG_INVALID'
  | 'ERR_SECRET_FILE'
  | 'ERR_PORT'
  | 'ERR_STORE'
  // A request is refused.
  | 'ERR_REQUEST_INVALID'
  | 'ERR_SCOPE_INVALID'
  | 'ERR_TOKEN_INVALID'
  | 'ERR_TOKEN_REPLAYED'
  | 'ERR_NO_RULE'
  | 'ERR_CEILING'
  | 'ERR_TTL'
  | 'ERR_NOT_FOUND'
  | 'ERR_METHOD'
  | 'ERR_OTHER_JOB'
  | 'ERR_GONE'
  | 'ERR_BODY_TOO_LARGE'
  | 'ERR_MEDIA_TYPE'
  | 'ERR_KEY_REUSED'
  | 'ERR_MAX_LIVE'
  | 'ERR_RATE_LIMITED'
  // The broker, or a service that it needs, is not available.
  | 'ERR_API_REFUSED'
  | 'ERR_PAUSED'
  | 'ERR_UNAVAILABLE';

/** The HTTP status and the `code` of the problem document. */
export interface Problem {
  readonly status: number;
  readonly code: string;
}

/** The status and the code of each error in a response. */
export const problems: Readonly<Record<BrokerErrorCode, Problem>> = {
  ERR_CONFIG_INVALID: { status: 503, code: 'unavailable' },
  ERR_SECRET_FILE: { status: 503, code: 'unavailable' },
  ERR_PORT: { status: 503, code: 'unavailable' },
  ERR_STORE: { status: 503, code: 'unavailable' },
  ERR_REQUEST_INVALID: { status: 400, code: 'invalid-request' },
  ERR_SCOPE_INVALID: { status: 400, code: 'invalid-scope' },
  ERR_TOKEN_INVALID: { status: 401, code: 'unauthorized' },
  ERR_TOKEN_REPLAYED: { status: 401, code: 'unauthorized' },
  ERR_NO_RULE: { status: 403, code: 'no-rule' },
  ERR_CEILING: { status: 403, code: 'ceiling' },
  ERR_TTL: { status: 403, code: 'max-ttl' },
  ERR_NOT_FOUND: { status: 404, code: 'not-found' },
  ERR_METHOD: { status: 405, code: 'method-not-allowed' },
  ERR_OTHER_JOB: { status: 409, code: 'conflict' },
  ERR_GONE: { status: 410, code: 'gone' },
  ERR_BODY_TOO_LARGE: { status: 413, code: 'too-large' },
  ERR_MEDIA_TYPE: { status: 415, code: 'media-type' },
  ERR_KEY_REUSED: { status: 422, code: 'idempotency-key-reused' },
  ERR_MAX_LIVE: { status: 429, code: 'max-live' },
  ERR_RATE_LIMITED: { status: 429, code: 'rate-limited' },
  ERR_API_REFUSED: { status: 502, code: 'api-refused' },
  ERR_PAUSED: { status: 503, code: 'paused' },
  ERR_UNAVAILABLE: { status: 503, code: 'unavailable' },
};

/** Facts about an error. None of them is a secret. */
export interface BrokerErrorOptions extends ErrorOptions {
  /** Where in the configuration, counted from 1. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** The part of a scope that exceeds the ceiling. */
  readonly excess?: readonly string[] | undefined;
  readonly retryAfterSeconds?: number | undefined;
  /** The reason, only for the audit trail. The client never sees it. */
  readonly reason?: string | undefined;
}

/** Every error this package throws on purpose. It never holds a token, a secret or a header. */
export class BrokerError extends Error {
  override readonly name = 'BrokerError';
  readonly code: BrokerErrorCode;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly excess: readonly string[] | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly reason: string | undefined;

  constructor(code: BrokerErrorCode, message: string, options: BrokerErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.line = options.line;
    this.column = options.column;
    this.excess = options.excess;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.reason = options.reason;
  }

  /** The content of the response to the client. */
  get problem(): Problem {
    return problems[this.code];
  }
}
