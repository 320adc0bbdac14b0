// Ends a lease for a caller with its revoke token, or for the same job. The id is not enough.
import { setTimeout as sleep } from 'node:timers/promises';

import { BrokerError } from '../errors.ts';
import type { LeaseState } from '../store/lease-row.ts';
import type { Store } from '../store/store.ts';
import { isSameJob } from '../store/take-lease.ts';
import type { EndProof } from './lease-request.ts';
import { fitsHash } from './revoke-token.ts';

export interface EndRequest {
  readonly id: string;
  readonly proof: EndProof;
}

export interface EndContext {
  readonly store: Store;
  /** Told when a lease became due. */
  readonly wake: () => void;
}

// Most revocations take two requests; a job that ends should not wait for an outage.
const waitMs = 5_000;

export async function endLease(
  { store, wake }: EndContext,
  { id, proof }: EndRequest,
): Promise<'revoked' | 'revoking'> {
  if (await isKnown(store, { id, proof })) {
    await store.end(id);
    wake();
    return waitForEnd(store, id);
  }
  return 'revoked';
}

async function isKnown(store: Store, { id, proof }: EndRequest): Promise<boolean> {
  const row = await store.find(id);
  if ('revokeToken' in proof) {
    if (row && fitsHash(proof.revokeToken, row.tokenHash)) return true;
    throw new BrokerError('ERR_TOKEN_INVALID', 'The token is not valid.', {
      reason: row
        ? 'the revoke token belongs to another lease'
        : 'a revoke token for an unknown lease',
    });
  }
  const { job } = proof.identity;
  if (job.job === undefined || (row && !isSameJob(row, job))) throw notFound();
  if (row) return true;
  // If no rule matches the job, a later request is refused too, so nothing needs to be stored.
  if (!proof.mayLease || (await store.endFirst(id, job))) return false;
  return isKnown(store, { id, proof });
}

async function waitForEnd(store: Store, id: string): Promise<'revoked' | 'revoking'> {
  const giveUpAt = performance.now() + waitMs;
  let state: LeaseState | undefined = 'revoking';
  for (let pauseMs = 10; performance.now() < giveUpAt; pauseMs = Math.min(pauseMs * 2, 250)) {
    await sleep(pauseMs);
    const row = await store.find(id);
    state = row?.state ?? 'revoked';
    // A longer wait only helps the first attempt.
    if (state === 'revoked' || row?.confirm === 'now' || row?.lastError !== undefined) break;
  }
  return state === 'revoked' ? 'revoked' : 'revoking';
}

export function notFound(): BrokerError {
  return new BrokerError(
    'ERR_NOT_FOUND',
    'This job does not have a lease with this id. Expected the id of a lease of the same job; if the token has no job id, use the revoke token.',
  );
}
