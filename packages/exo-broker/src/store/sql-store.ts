// The store in SQL that SQLite and PostgreSQL both understand.
import type { Driver, SqlValue } from './driver.ts';
import { toLeaseRow, type LeaseRow, type SqlRow } from './lease-row.ts';
import { revocationQueries } from './revocation-queries.ts';
import type { Store } from './store.ts';
import { takeLease } from './take-lease.ts';

/** A store on a database whose schema is up to date. */
export function createSqlStore(driver: Driver): Omit<Store, 'ping'> {
  const run = (sql: string, parameters: readonly SqlValue[]): Promise<number> =>
    driver.transaction((transaction) => transaction.run(sql, parameters));
  const all = (sql: string, parameters: readonly SqlValue[] = []): Promise<SqlRow[]> =>
    driver.transaction((transaction) => transaction.all(sql, parameters));

  return {
    ...revocationQueries(driver),
    take: (claim) => driver.transaction((transaction) => takeLease(transaction, claim)),

    record: (id, { method, name, apiKey, roleId, uncertain }) =>
      driver.transaction(async (transaction) => {
        const traces = [method, name, apiKey, roleId].map((trace) => trace ?? null);
        const values = [id, ...traces, uncertain ? 1 : 0];
        const columns = 'method = $2, name = $3, api_key = $4, role_id = $5, uncertain = $6';
        // The usual case does not write an index.
        const usual = `UPDATE leases SET ${columns} WHERE id = $1 AND state = 'minting'`;
        if ((await transaction.run(usual, values)) === 1) return true;
        // Reopens a row that is over, because what was just made has to be removed.
        await transaction.run(
          `UPDATE leases SET ${columns},
             due_at = CASE WHEN state = 'revoked' THEN $7 ELSE due_at END,
             ended_at = NULL,
             state = CASE WHEN state = 'revoked' THEN 'revoking' ELSE state END
           WHERE id = $1`,
          [...values, transaction.now],
        );
        return false;
      }),

    handOut: (id, { sealed, sealedForMs, tokenHash, enforcedBy, expiresAt, dueInMs }) =>
      driver.transaction(async (transaction) => {
        const { now } = transaction;
        const changed = await transaction.run(
          `UPDATE leases SET state = 'leased', sealed = $2, sealed_until = $3, token_hash = $4,
             enforced_by = $5, expires_at = $6, due_at = $7
           WHERE id = $1 AND state = 'minting'`,
          [id, sealed, now + sealedForMs, tokenHash, enforcedBy, expiresAt, now + dueInMs],
        );
        return changed === 1;
      }),

    discard: async (id) => {
      await run(`DELETE FROM leases WHERE id = $1 AND state = 'minting'`, [id]);
    },

    find: async (id) => firstRow(await all('SELECT * FROM leases WHERE id = $1', [id])),

    renewToken: (id, tokenHash) =>
      driver.transaction(async (transaction) => {
        const changed = await transaction.run(
          `UPDATE leases SET token_hash = $2
           WHERE id = $1 AND state = 'leased' AND sealed IS NOT NULL AND sealed_until > $3`,
          [id, tokenHash, transaction.now],
        );
        return changed === 1;
      }),

    endFirst: (id, { issuer, repositoryId, run: runId, attempt, job }) =>
      driver.transaction(async (transaction) => {
        const { now } = transaction;
        const changed = await transaction.run(
          `INSERT INTO leases (id, state, ended_first, organization, rule, issuer, repository_id, run,
             attempt, job, claims_hash, body_hash, expires_at, created_at, ended_at)
           VALUES ($1, 'revoked', 1, '', '', $2, $3, $4, $5, $6, '', '', 0, $7, $7)
           ON CONFLICT (id) DO NOTHING`,
          [id, issuer, repositoryId, runId, attempt, job ?? null, now],
        );
        return changed === 1;
      }),

    liveOrganizations: async () => {
      const rows = await all(`SELECT DISTINCT organization FROM leases WHERE state <> 'revoked'`);
      return rows.map((row) => String(row['organization']));
    },

    list: async ({ over = false } = {}) => {
      const where = over ? '' : `WHERE state <> 'revoked'`;
      return (await all(`SELECT * FROM leases ${where} ORDER BY due_at, id`)).map(toLeaseRow);
    },

    counts: () =>
      driver.transaction(async (transaction) => {
        const rows = await transaction.all(
          'SELECT state, count(*) AS count FROM leases GROUP BY state',
        );
        const [late] = await transaction.all(
          `SELECT min(expires_at) AS first FROM leases WHERE state IN ('revoking', 'stuck')`,
        );
        const first = late?.['first'];
        const overdueMs =
          first === null || first === undefined ? 0 : transaction.now - Number(first) * 1000;
        return {
          states: Object.fromEntries(rows.map((row) => [row['state'], Number(row['count'])])),
          overdueMs: Math.max(0, overdueMs),
        };
      }),

    purge: ({ keepRevokedMs }) =>
      driver.transaction(async (transaction) => {
        const { now } = transaction;
        await transaction.run(
          `UPDATE leases SET sealed = NULL WHERE sealed IS NOT NULL AND sealed_until <= $1`,
          [now],
        );
        await transaction.run('DELETE FROM tokens WHERE expires_at <= $1', [now]);
        await transaction.run(`DELETE FROM leases WHERE state = 'revoked' AND ended_at <= $1`, [
          now - keepRevokedMs,
        ]);
      }),

    close: () => driver.close(),
  };
}

function firstRow([row]: readonly SqlRow[]): LeaseRow | undefined {
  return row && toLeaseRow(row);
}
