// The one error class of the package. A refusal of the simulated API is an answer, never an error.

/**
 * - `ERR_INVALID_OPTION`: an option that is unknown, wrong, or in conflict with another one.
 * - `ERR_INVALID_POLICY`: a value that does not have the form of an IAM policy.
 * - `ERR_INVALID_STATE`: a saved state that is broken, or of another version.
 * - `ERR_INVALID_FAULTS`: a fault, or a list of faults, that cannot be used.
 */
export type ExoSimErrorCode =
  | 'ERR_INVALID_OPTION'
  | 'ERR_INVALID_POLICY'
  | 'ERR_INVALID_STATE'
  | 'ERR_INVALID_FAULTS';

/** A mistake in how the simulator was set up; `code` says which kind. */
export class ExoSimError extends Error {
  readonly code: ExoSimErrorCode;

  constructor(code: ExoSimErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ExoSimError';
    this.code = code;
  }
}
