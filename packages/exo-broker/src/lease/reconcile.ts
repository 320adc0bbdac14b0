// Compares the leases in an organization with the rows of the store, after a restore from a backup for example.
import { findLeases } from '@x/exo-iam';

import type { LeaseRow } from '../store/lease-row.ts';
import type { Organization } from './organizations.ts';

export interface Reconciliation {
  /** In the organization under this prefix, and in no row: another store, or rows that a restore lost. */
  readonly unknown: readonly FoundTrace[];
  /** Handed out and not over, and not in the organization any longer. */
  readonly missing: readonly LeaseRow[];
  /** Over by its row, and still in the organization. */
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
  /** Every row from before the names are listed, those that are over too. */
  readonly rows: readonly LeaseRow[];
  /** Every row from after it, so that a lease made meanwhile is not called unknown. */
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
