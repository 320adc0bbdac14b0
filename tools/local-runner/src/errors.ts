// The one error class of the package. A mistake while a workflow runs fails a step instead. These errors are
// for a job that cannot run at all.

/** What went wrong, for `switch (error.code)`. */
export type LocalRunnerErrorCode =
  | 'ACTION_INVALID'
  | 'ACTION_NOT_FOUND'
  | 'EXPRESSION_INVALID'
  | 'JOB_NOT_FOUND'
  | 'OPTION_INVALID'
  | 'UNSUPPORTED'
  | 'WORKFLOW_INVALID'
  | 'WORKFLOW_NOT_FOUND';

export class LocalRunnerError extends Error {
  override readonly name = 'LocalRunnerError';
  readonly code: LocalRunnerErrorCode;

  constructor(code: LocalRunnerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
