// The one error class of the package. What a simulated API refuses is an answer, never an error.

/**
 * - `invalid-option`: an option that makes no sense, by itself or beside another one.
 * - `invalid-policy`: something that has not the form of an IAM policy.
 * - `invalid-state`: a saved state that is broken, or of another version.
 * - `invalid-faults`: something that has not the form of a list of faults.
 */
export type ExoSimErrorCode =
  | 'invalid-option'
  | 'invalid-policy'
  | 'invalid-state'
  | 'invalid-faults';

/** A mistake in how the simulator was set up; `code` says which kind. */
export class ExoSimError extends Error {
  readonly code: ExoSimErrorCode;

  constructor(code: ExoSimErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ExoSimError';
    this.code = code;
  }
}
