// The one error class of this package.

/** GitHub could not be asked whether a job is over. Not knowing is not a reason to revoke. */
export type GithubJobsErrorCode = 'ERR_JOB_UNKNOWN';

export interface GithubJobsErrorOptions extends ErrorOptions {
  /** The HTTP status of GitHub's answer. */
  readonly status?: number | undefined;
}

/** Every error this package throws on purpose. It never holds the token. */
export class GithubJobsError extends Error {
  override readonly name = 'GithubJobsError';
  readonly code: GithubJobsErrorCode;
  readonly status: number | undefined;

  constructor(code: GithubJobsErrorCode, message: string, options: GithubJobsErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.status = options.status;
  }
}
