// What becomes of the key when the job ends.
import { messageOf, plain, type Step } from '@x/action-kit';
import {
  ExoIamError,
  hasCode,
  revoke,
  type Client,
  type LeaseRecord,
  type Revocation,
} from '@x/exo-iam';

import type { MintState } from './mint-state.ts';

/** `kept` on request; `left` because it could not be revoked, and then there is an error. */
export type Fate = Revocation['outcome'] | 'kept' | 'left';

export interface Ending {
  readonly fate: Fate;
  readonly error?: ExoIamError;
  /** True when the API did not answer in all that time. */
  readonly away?: boolean;
}

export interface EndOptions {
  /** Bound of the revocation with all its retries, in milliseconds. */
  readonly timeoutMs: number;
}

/**
 * Revokes the key, unless the inputs say otherwise. A key that was never handed to the job is revoked
 * whatever they say. Never throws.
 */
export async function endLease(
  { core }: Step,
  client: Client | undefined,
  state: MintState & EndOptions,
): Promise<Ending> {
  const { record, inputs, handedOut, timeoutMs } = state;
  // If the key is kept, `main` saves no parent credentials.
  if (!client || (handedOut && !inputs.revoke)) {
    const until = new Date(record.expiresAt * 1000).toISOString();
    core.info(
      plain(
        handedOut?.sealed
          ? `The key ${record.apiKey} is sealed for other jobs, so this one does not revoke it. Its deadline is ${until}.`
          : `The key ${record.apiKey} is not revoked, because the input revoke is false. Its deadline is ${until}.`,
      ),
    );
    return { fate: 'kept' };
  }
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const revocation = await revoke(client.within(timeoutMs), record, { signal });
    core.info(plain(revocation.reason));
    if (revocation.doubt) {
      core.warning(
        plain(
          `A response was lost while the key was created, and the API refused to list keys. A second key named ${record.name} may exist: ${messageOf(revocation.doubt)}`,
        ),
        { title: 'A second key may exist' },
      );
    }
    return { fate: revocation.outcome };
  } catch (cause) {
    return { fate: 'left', error: leftBehind(record, cause, timeoutMs), away: isAway(cause) };
  }
}

function leftBehind(record: LeaseRecord, cause: unknown, timeoutMs: number): ExoIamError {
  const { method, name, apiKey, expiresAt } = record;
  const key = apiKey === undefined ? 'A key' : `The key ${apiKey}`;
  const scoped = method === 'scoped-role';
  const what = scoped ? `${key} and its role` : key;
  const until = new Date(expiresAt * 1000).toISOString();
  const end = scoped
    ? `The server accepts the key until ${until}.`
    : `Only a sweep revokes it, once ${until} has passed.`;
  const order = scoped ? ', first the key and then the role' : '';
  return new ExoIamError(
    'ERR_LEFT_BEHIND',
    `${what} may still exist under the name ${name}: ${reasonOf(cause, timeoutMs)} ${end} To end it sooner, delete what has that name${order}.`,
    { cause },
  );
}

function isAway(cause: unknown): boolean {
  const timedOut = cause instanceof Error && cause.name === 'TimeoutError';
  return timedOut || hasCode(cause, 'ERR_UNREACHABLE', 'ERR_TIMEOUT', 'ERR_SERVER');
}

function reasonOf(cause: unknown, timeoutMs: number): string {
  const timedOut = cause instanceof Error && cause.name === 'TimeoutError';
  return timedOut ? `revoking took longer than ${timeoutMs / 1000} s.` : messageOf(cause);
}
