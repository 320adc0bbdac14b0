// Seals a minted lease to one recipient.
import type { Holder, Lease } from '@x/exo-iam';

import { loadSealing } from './load-sealing.ts';

export interface Place {
  readonly zone: string | undefined;
  readonly endpoint: string;
}

/**
 * A function that seals, once the recipient is known to be one: before anything is minted.
 *
 * @throws What `seal` throws for a text that is not a recipient.
 */
export async function prepareSeal(
  recipient: string,
  holder: Holder,
): Promise<(lease: Lease, place: Place) => Promise<string>> {
  const { seal } = await loadSealing();
  const payloadOf = (
    {
      apiKey,
      apiSecret,
      name,
      expiresAt,
    }: Pick<Lease, 'apiKey' | 'apiSecret' | 'name' | 'expiresAt'>,
    { zone, endpoint }: Place,
  ): object => ({
    v: 1,
    key: apiKey,
    secret: apiSecret,
    zone,
    endpoint,
    name,
    'expires-at': new Date(expiresAt * 1000).toISOString(),
    holder: toPayloadHolder(holder),
  });
  const nothing = { apiKey: 'EXO', apiSecret: '-', name: '-', expiresAt: 0 };
  await seal(payloadOf(nothing, { zone: undefined, endpoint: '-' }), recipient);
  return (lease, place) => seal(payloadOf(lease, place), recipient);
}

/** Of a job of GitHub its whole run attempt: another job of it opens the lease. */
export function toSealedHolder(holder: Holder): Holder {
  if (holder.kind !== 'github-job') return holder;
  const { jobId: _jobId, ...run } = holder;
  return { ...run, kind: 'github-run' };
}

function toPayloadHolder(holder: Holder): Readonly<Record<string, string | undefined>> {
  if (holder.kind !== 'github-run' && holder.kind !== 'github-job') return { ...holder };
  const { server, repository, repositoryId, runId, runAttempt } = holder;
  return {
    kind: 'github-run',
    server,
    repository,
    'repository-id': repositoryId,
    run: runId,
    attempt: runAttempt,
  };
}
