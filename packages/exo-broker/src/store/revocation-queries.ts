// The queries that end leases: which are due, which instance revokes them, and when to retry.
import type { Driver } from './driver.ts';
import { toLeaseRow } from './lease-row.ts';
import type { Store } from './store.ts';

type RevocationQueries = Pick<Store, 'end' | 'abandon' | 'claimDue' | 'attempted' | 'recover'>;

export function revocationQueries(driver: Driver): RevocationQueries {
  return {
    // A request of a mint that is cut off may still reach the API, so such a lease is looked up twice.
    end: (id) =>
      driver.transaction(async (transaction) => {
        await transaction.run(
          `UPDATE leases SET confirm = CASE WHEN state = 'minting' THEN 1 ELSE confirm END,
             state = 'revoking', due_at = $2, sealed = NULL
           WHERE id = $1 AND state IN ('minting', 'leased')`,
          [id, transaction.now],
        );
        const [row] = await transaction.all('SELECT * FROM leases WHERE id = $1', [id]);
        return row && toLeaseRow(row).state;
      }),

    abandon: (id) =>
      driver.transaction(async (transaction) => {
        await transaction.run(
          `UPDATE leases SET confirm = 1, state = 'revoking', due_at = $2
           WHERE id = $1 AND state = 'minting'`,
          [id, transaction.now],
        );
      }),

    claimDue: ({ organization, limit, claimMs }) =>
      driver.transaction(async (transaction) => {
        const { now } = transaction;
        const due = await transaction.all(
          `SELECT id FROM leases WHERE organization = $1 AND due_at <= $2
           ORDER BY due_at LIMIT $3 ${driver.skipLocked}`,
          [organization, now, limit],
        );
        const claimed = [];
        for (const { id } of due) {
          await transaction.run(
            `UPDATE leases SET confirm = CASE WHEN state = 'minting' THEN 1 ELSE confirm END,
               state = CASE WHEN state = 'stuck' THEN 'stuck' ELSE 'revoking' END,
               attempts = attempts + 1, due_at = $2, sealed = NULL
             WHERE id = $1`,
            [id ?? '', now + claimMs],
          );
          const [row] = await transaction.all('SELECT * FROM leases WHERE id = $1', [id ?? '']);
          if (row) claimed.push(toLeaseRow(row));
        }
        return claimed;
      }),

    attempted: (id, result) =>
      driver.transaction(async (transaction) => {
        const { now } = transaction;
        if (result.outcome === 'failed') {
          await transaction.run(
            `UPDATE leases SET due_at = $2, last_error = $3, state = $4
             WHERE id = $1 AND state IN ('revoking', 'stuck')`,
            [id, now + result.retryInMs, result.error, result.stuck ? 'stuck' : 'revoking'],
          );
          return;
        }
        await transaction.run(
          `UPDATE leases SET
             state = CASE WHEN confirm = 1 THEN 'revoking' ELSE 'revoked' END,
             due_at = CASE WHEN confirm = 1 THEN CAST($2 AS BIGINT) ELSE NULL END,
             ended_at = CASE WHEN confirm = 1 THEN NULL ELSE CAST($3 AS BIGINT) END,
             confirm = CASE WHEN confirm = 1 THEN 2 ELSE 0 END, last_error = NULL, attempts = 0
           WHERE id = $1 AND state IN ('revoking', 'stuck')`,
          [id, now + result.confirmAfterMs, now],
        );
      }),

    // A lease that waits for its second look-up keeps waiting.
    recover: () =>
      driver.transaction((transaction) =>
        transaction.run(
          `UPDATE leases SET due_at = $1
           WHERE state = 'minting' OR (state = 'revoking' AND confirm <> 2 AND due_at > $1)`,
          [transaction.now],
        ),
      ),
  };
}
