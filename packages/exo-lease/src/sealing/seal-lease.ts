// Seals a minted lease to one recipient.
import type { Holder, Lease } from '@x/exo-iam';
import type { SealedHolder } from '@x/seal';

import { loadSealing } from './load-sealing.ts';

/** The API that a key is for. */
export interface Place {
  readonly zone: string | undefined;
  readonly endpoint: string;
}

/**
 * Checks the recipient before anything is minted, and returns a function that seals.
 *
 * @throws {ExoLeaseError} `ERR_SEALED_INVALID` for what is not a recipient.
 */
export async function prepareSeal(
  recipient: string,
  holder: Holder,
): Promise<(lease: Lease, place: Place) => Promise<string>> {
  const { checkRecipient, seal } = await loadSealing();
  await checkRecipient(recipient);
  return ({ apiKey, apiSecret, name, expiresAt }, { zone, endpoint }) => {
    const expiry = new Date(expiresAt * 1000).toISOString();
    const key = { key: apiKey, secret: apiSecret, zone, endpoint, name, 'expires-at': expiry };
    return seal({ v: 1, ...key, holder: toPayloadHolder(holder) }, recipient);
  };
}

/** For a GitHub job, its whole run attempt, because another job of it opens the lease. */
export function toSealedHolder(holder: Holder): Holder {
  if (holder.kind !== 'github-job') return holder;
  const { jobId: _jobId, ...run } = holder;
  return { ...run, kind: 'github-run' };
}

function toPayloadHolder(holder: Holder): SealedHolder {
  if (holder.kind !== 'github-run') return { kind: holder.kind };
  const { kind, server, repository, repositoryId, runId: run, runAttempt: attempt } = holder;
  return { kind, server, repository, 'repository-id': repositoryId, run, attempt };
}
