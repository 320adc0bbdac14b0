// The error of the interoperability run itself, as opposed to a check that failed.

/**
 * - `BAD_ARGUMENTS`: the command line.
 * - `TOOL_MISSING`: a program that cannot be installed from here, or not at the pinned version.
 * - `SETUP_FAILED`: a program that is there, but could not be built or started.
 * - `INTERRUPTED`: the run was told to stop.
 */
export type InteropErrorCode = 'BAD_ARGUMENTS' | 'TOOL_MISSING' | 'SETUP_FAILED' | 'INTERRUPTED';

export class InteropError extends Error {
  readonly code: InteropErrorCode;

  constructor(code: InteropErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'InteropError';
    this.code = code;
  }
}
