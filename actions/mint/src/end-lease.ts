// What becomes of the key when the job ends.
import { messageOf, plain, type Step } from '@x/action-kit';
import { ExoIamError, revoke, type Client, type LeaseRecord, type Revocation } from '@x/exo-iam';

import type { MintState } from './mint-state.ts';

/** `kept` on request; `left` because it could not be revoked, and then there is an error. */
export type Fate = Revocation['outcome'] | 'kept' | 'left';

export interface Ending {
  readonly fate: Fate;
  readonly error?: ExoIamError;
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
        `The key ${record.apiKey} is not revoked, as the input revoke says. Its deadline is ${until}.`,
      ),
    );
    return { fate: 'kept' };
  }
  try {
    const revocation = await revoke(client, record, { signal: AbortSignal.timeout(timeoutMs) });
    core.info(plain(revocation.reason));
    return { fate: revocation.outcome };
  } catch (cause) {
    return { fate: 'left', error: leftBehind(record, cause, timeoutMs) };
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
    : `Nothing but a sweep ends it, which takes it from ${until} on.`;
  const order = scoped ? ', first the key and then the role' : '';
  return new ExoIamError(
    'ERR_LEFT_BEHIND',
    `${what} may still be there, by the name ${name}: ${reasonOf(cause, timeoutMs)} ${end} Delete it sooner by that name${order}.`,
    { cause },
  );
}

function reasonOf(cause: unknown, timeoutMs: number): string {
  const timedOut = cause instanceof Error && cause.name === 'TimeoutError';
  return timedOut ? `revoking took longer than ${timeoutMs / 1000} s.` : messageOf(cause);
}
