// Finds one lease by its key or its name, for those who have no journal of it.
import type { CallOptions, Client } from '../client/create-client.ts';
import { ExoIamError } from '../errors.ts';
import { findLeases, type FoundLease } from './find-leases.ts';
import { parseLeaseName } from './lease-name.ts';

export interface LeaseSelection extends CallOptions {
  /** The minted key (`EXO…`) or the name of the lease. */
  readonly lease: string;
  /** Whether it may be a legacy access key. Default false: their endpoints may be gone. */
  readonly legacy?: boolean | undefined;
}

/**
 * The lease of that key or name, or `undefined` when nothing of it is listed: it was revoked, or never
 * existed. The API does not tell the two apart.
 *
 * @throws {ExoIamError} `ERR_NOT_A_LEASE` for a key that exists and was not minted as a lease.
 */
export async function findLease(
  client: Client,
  { lease, legacy = false, signal }: LeaseSelection,
): Promise<FoundLease | undefined> {
  const foreign: string[] = [];
  const leases = await findLeases(client, {
    legacy,
    signal,
    onForeign: (key) => foreign.push(key),
  });
  const found = leases.find(({ record }) => record.apiKey === lease || record.name === lease);
  if (found) return found;
  if (!foreign.includes(lease) && (lease.startsWith('EXO') || parseLeaseName(lease)))
    return undefined;
  throw new ExoIamError(
    'ERR_NOT_A_LEASE',
    `${JSON.stringify(lease)} is no lease, so it is left alone. Expected a key that was minted as one, or its name of the form <prefix>.<deadline>.<run>.<attempt>.<job>.<random>.<owner>.<repository>.`,
    { field: 'key' },
  );
}
