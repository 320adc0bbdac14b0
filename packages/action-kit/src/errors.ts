// The one error class of the actions, beside that of exo-iam.

/** What went wrong inside an action. */
export type ActionErrorCode =
  /** An input is not what it has to be. */
  | 'ERR_INPUT_INVALID'
  /** A variable that names a proxy does not hold a URL. */
  | 'ERR_PROXY_INVALID'
  /** A file or variable of the runner is missing. */
  | 'ERR_RUNNER_INVALID'
  /** What `main` left for `post` cannot be read. */
  | 'ERR_STATE_INVALID'
  /** A sealed lease belongs to another run, another repository or another time. */
  | 'ERR_SEALED_FOREIGN'
  /** Certificates are not checked. */
  | 'ERR_TLS_UNVERIFIED'
  /** Some leases could not be judged or revoked. */
  | 'ERR_SWEEP_INCOMPLETE';

/** Facts about an error. None of them is a secret. */
export interface ActionErrorOptions extends ErrorOptions {
  /** The input at fault. */
  readonly field?: string;
  /** The HTTP status of GitHub's answer. */
  readonly status?: number;
}

/** Every error the actions throw on purpose. Its message becomes the annotation. */
export class ActionError extends Error {
  override readonly name = 'ActionError';
  readonly code: ActionErrorCode;
  readonly field: string | undefined;
  readonly status: number | undefined;

  constructor(code: ActionErrorCode, message: string, options: ActionErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.field = options.field;
    this.status = options.status;
  }
}
