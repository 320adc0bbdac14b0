// What `main` leaves for its own `post` in the step's state. Inputs cannot serve: inside nested
// composite actions the runner hands `post` the wrong ones (actions/runner issue 2030).
import { ActionError, type Connection, type ExportedVariables, type Step } from '@x/action-kit';
import { leaseMethods, type EnforcedBy, type LeaseRecord } from '@x/exo-iam';

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
  /** The operations that the key may do, if their names are known. */
  readonly operations: readonly string[];
  /** True for a lease that was sealed for other jobs of the run. */
  readonly sealed?: boolean;
  /** True where the scope names operations one by one, so that a narrower list can replace it. */
  readonly byName: boolean;
  /** What taking the exported variables back needs, by their names. */
  readonly exported: ExportedVariables;
}

const name = 'mint';

/**
 * Saves the state. Each call replaces the one before, and the runner reads the file even when the step
 * is killed. The parent secret has to be masked before. `undefined` says that nothing is left to revoke.
 */
export function saveMintState({ core }: Step, state: MintState | undefined): void {
  core.saveState(name, state ? JSON.stringify(state) : '');
}

/**
 * The state of this step's `main`, or `undefined` when nothing was made or nothing is left of it. The
 * parent secret is masked before anything else can go wrong.
 *
 * @throws {ActionError} `ERR_STATE_INVALID`, which quotes nothing of it.
 */
export function readMintState({ core }: Step): MintState | undefined {
  const saved = core.getState(name);
  if (!saved) return undefined;
  const state = parse(saved);
  const secret = state?.connection?.apiSecret;
  if (typeof secret === 'string' && secret) core.setSecret(secret);
  if (isComplete(state)) return state;
  throw new ActionError(
    'ERR_STATE_INVALID',
    'The state that main saved cannot be read, so post does not know which key to revoke. Another step may have changed it. A key may be left behind: run the sweep action, or look for keys with your name-prefix.',
  );
}

// The parser's own error quotes the text, which holds the parent secret.
function parse(text: string): Partial<MintState> | null | undefined {
  try {
    return JSON.parse(text) as Partial<MintState> | null;
  } catch {
    return undefined;
  }
}

function isComplete(state: Partial<MintState> | null | undefined): state is MintState {
  const { record, inputs, connection, handedOut } = state ?? {};
  return (
    typeof record?.name === 'string' &&
    leaseMethods.includes(record.method) &&
    Number.isSafeInteger(record.expiresAt) &&
    typeof inputs === 'object' &&
    (connection === undefined || typeof connection.apiKey === 'string') &&
    (handedOut === undefined || Array.isArray(handedOut.operations))
  );
}

/** What `post` has to know of the inputs. */
export function toPost(inputs: MintInputs): MintState['inputs'] {
  const { revoke, onRevokeFailure, usageReport, summary } = inputs;
  return { revoke, onRevokeFailure, usageReport, summary };
}
