// The one error class of the package. What a simulated API refuses is an answer, never an error.
export type ExoSimErrorCode = 'invalid-option' | 'invalid-policy';

/** A mistake in how the simulator was set up; `code` says which kind. */
export class ExoSimError extends Error {
  readonly code: ExoSimErrorCode;

  constructor(code: ExoSimErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ExoSimError';
    this.code = code;
  }
}
