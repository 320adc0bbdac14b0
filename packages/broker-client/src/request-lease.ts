// A lease that only this process can read: a key pair, a request, and what was sealed to it.
import { generateIdentity, open, type SealedPayload } from '@x/seal';

import type { BrokerClient, CallLimits, LeaseRequest } from './create-broker-client.ts';
import { BrokerClientError, isCertain } from './errors.ts';

/** A lease with its secret. */
export interface OpenedLease {
  /** The idempotency key, whatever the answer calls it. */
  readonly id: string;
  readonly enforcedBy: 'server' | 'broker';
  readonly revokeToken: string;
  /** The key, its secret, and where it is used. */
  readonly payload: SealedPayload;
}

export interface RequestLeaseOptions extends CallLimits {
  /**
   * Checks what was sealed, its endpoint above all: what is signed for another host could be used there.
   * If it throws, the lease is ended.
   */
  readonly check: (payload: SealedPayload) => void;
  /** How long ending a lease that cannot be used may take, in milliseconds. */
  readonly undoTimeoutMs: number;
}

/**
 * @throws {BrokerClientError} `ERR_ID_TOKEN_MISSING`, `ERR_BROKER_REFUSED`, `ERR_BROKER_UNREACHABLE`,
 *   `ERR_BROKER_ANSWER_INVALID`.
 */
export async function requestLease(
  client: BrokerClient,
  request: LeaseRequest,
  { signal, limitMs, check, undoTimeoutMs }: RequestLeaseOptions,
): Promise<OpenedLease> {
  const { recipient, identity } = await generateIdentity();
  try {
    const lease = await client.request({ ...request, recipient }, { signal, limitMs });
    const payload = await openLease(lease.sealed, identity);
    check(payload);
    return {
      id: client.id,
      enforcedBy: lease['enforced-by'] === 'server' ? 'server' : 'broker',
      revokeToken: lease['revoke-token'],
      payload,
    };
  } catch (error) {
    // A request whose answer was lost may still make a lease, and one that cannot be opened is of no use.
    if (!isCertain(error)) {
      const undo = { signal: AbortSignal.timeout(undoTimeoutMs), limitMs: 0 };
      await client.end(undefined, undo).catch(() => {});
    }
    throw error;
  }
}

async function openLease(sealed: string, identity: string): Promise<SealedPayload> {
  try {
    return await open(sealed, identity);
  } catch (cause) {
    throw new BrokerClientError(
      'ERR_BROKER_ANSWER_INVALID',
      "The broker's lease cannot be opened. Expected an exo-broker of this release; check the address.",
      { cause },
    );
  }
}
