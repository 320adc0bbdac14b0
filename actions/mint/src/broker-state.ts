// What `main` leaves for `post` when a broker leased the key. Neither the key's secret nor the identity that
// opened it is in it.
import { ActionError, type ExportedVariables, type Step } from '@x/action-kit';
import type { EnforcedBy, LeaseRecord } from '@x/exo-iam';

import type { MintInputs } from './read-inputs.ts';

export interface BrokerState {
  readonly url: string;
  readonly audience: string;
  /** The idempotency key of the request, and the id of the lease. */
  readonly id: string;
  /** Absent until the broker has answered. */
  readonly revokeToken?: string;
  readonly inputs: Pick<MintInputs, 'revoke' | 'onRevokeFailure' | 'summary'>;
  /** Set once the key was handed to the job. Until then it is ended whatever the inputs say. */
  readonly handedOut?: {
    readonly record: Required<Pick<LeaseRecord, 'apiKey' | 'name' | 'expiresAt'>>;
    /** UNIX seconds. */
    readonly mintedAt: number;
    readonly enforcedBy: EnforcedBy;
    readonly exported: ExportedVariables;
  };
}

const name = 'broker';

/** Each call replaces the one before. The revoke token has to be masked before. */
export function saveBrokerState({ core }: Step, state: BrokerState | undefined): void {
  core.saveState(name, state ? JSON.stringify(state) : '');
}

/** @throws {ActionError} `ERR_STATE_INVALID`, which quotes nothing of it. */
export function readBrokerState({ core }: Step): BrokerState | undefined {
  const saved = core.getState(name);
  if (!saved) return undefined;
  const state = parse(saved);
  if (typeof state?.revokeToken === 'string') core.setSecret(state.revokeToken);
  if (state && isComplete(state)) return state;
  throw new ActionError(
    'ERR_STATE_INVALID',
    'The state that main saved cannot be read, so post does not know which lease to end. Another step may have changed it. The broker ends the lease at its deadline.',
  );
}

function parse(text: string): Partial<BrokerState> | undefined {
  try {
    return (JSON.parse(text) as Partial<BrokerState> | null) ?? undefined;
  } catch {
    return undefined;
  }
}

function isComplete(state: Partial<BrokerState>): state is BrokerState {
  const { url, audience, id, inputs } = state;
  const texts = [url, audience, id];
  return (
    texts.every((text) => typeof text === 'string' && text !== '') && typeof inputs === 'object'
  );
}
