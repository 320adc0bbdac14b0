// Compares the leases in an organization with the rows of the store, after a restore from a backup for example.
import { findLeases } from '@x/exo-iam';

import type { LeaseRow } from '../store/lease-row.ts';
import type { Organization } from './organizations.ts';

export interface Reconciliation {
  /** In the organization under this prefix, but not in the store: from another store, or lost in a restore. */
  readonly unknown: readonly FoundTrace[];
  /** Live in the store, but no longer in the organization. */
  readonly missing: readonly LeaseRow[];
  /** Over in the store, but still in the organization. */
  readonly left: readonly FoundTrace[];
}

export interface FoundTrace {
  readonly name: string;
  readonly apiKey: string | undefined;
  readonly roleId: string | undefined;
  /** UNIX seconds. */
  readonly expiresAt: number;
}

export interface ReconcileOptions {
  readonly prefix: string;
  /** Every row before the names are listed, including those that are over. */
  readonly rows: readonly LeaseRow[];
  /** Every row after it, so that a lease made meanwhile does not count as unknown. */
  readonly rowsAfter: () => Promise<readonly LeaseRow[]>;
  readonly signal?: AbortSignal | undefined;
}

export async function reconcile(
  { name: organization, revoker }: Organization,
  { prefix, rows, rowsAfter, signal }: ReconcileOptions,
): Promise<Reconciliation> {
  const found = (await findLeases(revoker, { prefix, signal })).map(({ record }): FoundTrace => {
    const { name, apiKey, roleId, expiresAt } = record;
    return { name, apiKey, roleId, expiresAt };
  });
  const own = rows.filter((row) => row.organization === organization);
  const known = new Set([...own, ...(await rowsAfter())].map(({ name }) => name));
  const stateOf = new Map(own.map(({ name, state }) => [name, state]));
  const present = new Set(found.map(({ name }) => name));
  return {
    unknown: found.filter(({ name }) => !known.has(name)),
    missing: own.filter(({ state, name = '' }) => state === 'leased' && !present.has(name)),
    left: found.filter(({ name }) => stateOf.get(name) === 'revoked'),
  };
}
