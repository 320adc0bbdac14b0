// What `main` leaves for its own `post` in the step's state. Inputs cannot serve: inside nested
// composite actions the runner hands `post` the wrong ones (actions/runner issue 2030).
import type { LeaseRecord } from '@x/exo-iam';

import type { Connection } from './job-client.ts';
import type { Step } from './run-step.ts';

/** Everything that revoking takes. */
export interface LeaseState {
  readonly connection: Connection;
  readonly record: LeaseRecord;
}

const name = 'lease';

/**
 * Saves the state. Each call replaces the one before, and the runner reads the file even when the step
 * is killed. It holds the parent secret, so that has to be masked before.
 */
export function saveLeaseState({ core }: Step, state: LeaseState): void {
  core.saveState(name, JSON.stringify(state));
}

/** The state of this step's `main`, or `undefined` when it never got to begin a mint. */
export function readLeaseState({ core }: Step): LeaseState | undefined {
  const saved = core.getState(name);
  return saved ? (JSON.parse(saved) as LeaseState) : undefined;
}
