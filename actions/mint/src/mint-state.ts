// What `main` leaves for its own `post` in the step's state. Inputs cannot serve: inside nested
// composite actions the runner hands `post` the wrong ones (actions/runner issue 2030).
import type { Connection, Step } from '@x/action-kit';
import type { EnforcedBy, LeaseRecord } from '@x/exo-iam';

import type { MintInputs } from './read-inputs.ts';

/** Everything that `post` takes. It never holds the minted secret. */
export interface MintState {
  /** With the parent secret; absent once `post` will ask the API nothing. */
  readonly connection?: Connection | undefined;
  readonly record: LeaseRecord;
  readonly inputs: Pick<MintInputs, 'revoke' | 'onRevokeFailure' | 'usageReport' | 'summary'>;
  /** Set once the key was handed to the job. Until then it is revoked whatever the inputs say. */
  readonly handedOut?: HandedOut | undefined;
}

export interface HandedOut {
  /** UNIX seconds. */
  readonly mintedAt: number;
  readonly enforcedBy: EnforcedBy;
  /** The operations the key may do, as far as they are known by name. */
  readonly operations: readonly string[];
  /** The digest of each variable that was exported, by its name. */
  readonly exported: Readonly<Record<string, string>>;
}

const name = 'mint';

/**
 * Saves the state. Each call replaces the one before, and the runner reads the file even when the step
 * is killed. The parent secret has to be masked before. `undefined` says that nothing is left to revoke.
 */
export function saveMintState({ core }: Step, state: MintState | undefined): void {
  core.saveState(name, state ? JSON.stringify(state) : '');
}

/** The state of this step's `main`, or `undefined` when nothing was made or nothing is left of it. */
export function readMintState({ core }: Step): MintState | undefined {
  const saved = core.getState(name);
  return saved ? (JSON.parse(saved) as MintState) : undefined;
}

/** What `post` has to know of the inputs. */
export function toPost(inputs: MintInputs): MintState['inputs'] {
  const { revoke, onRevokeFailure, usageReport, summary } = inputs;
  return { revoke, onRevokeFailure, usageReport, summary };
}
