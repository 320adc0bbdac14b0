// The error for a signal: what was started is undone, and the exit code shows the signal.
import { constants } from 'node:os';

import { ExoLeaseError } from './errors.ts';

export class InterruptedError extends ExoLeaseError {
  readonly signal: NodeJS.Signals;

  constructor(signal: NodeJS.Signals) {
    super('ERR_INTERRUPTED', `Ended by ${signal}.`);
    this.signal = signal;
  }
}

/** The exit code of a process that a signal ended, as shells give it. */
export function signalExitCode(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}
