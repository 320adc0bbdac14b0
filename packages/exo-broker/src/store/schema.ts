// The tables, as migrations by version: forward only, and a newer version is refused. A broker of the version
// before still serves when a newer one has migrated, so a migration only adds what the older version can
// ignore: columns with a default, tables, indexes. A later version removes what was replaced.
import { BrokerError } from '../errors.ts';
import type { Driver } from './driver.ts';

const migrations: readonly (readonly string[])[] = [
  [
    `CREATE TABLE leases (
      id TEXT PRIMARY KEY,
      state TEXT NOT NULL,
      ended_first INTEGER NOT NULL DEFAULT 0,
      organization TEXT NOT NULL,
      rule TEXT NOT NULL,
      issuer TEXT NOT NULL,
      repository_id TEXT NOT NULL,
      run TEXT NOT NULL,
      attempt TEXT NOT NULL,
      job TEXT,
      claims_hash TEXT NOT NULL,
      body_hash TEXT NOT NULL,
      method TEXT,
      name TEXT,
      api_key TEXT,
      role_id TEXT,
      uncertain INTEGER NOT NULL DEFAULT 0,
      confirm INTEGER NOT NULL DEFAULT 0,
      enforced_by TEXT,
      expires_at BIGINT NOT NULL,
      created_at BIGINT NOT NULL,
      due_at BIGINT,
      sealed_until BIGINT,
      ended_at BIGINT,
      attempts INTEGER NOT NULL DEFAULT 0,
      last_error TEXT,
      sealed TEXT,
      token_hash TEXT
    )`,
    `CREATE INDEX leases_due ON leases (organization, due_at) WHERE due_at IS NOT NULL`,
    `CREATE INDEX leases_live ON leases (rule, state) WHERE state <> 'revoked'`,
    `CREATE INDEX leases_sealed ON leases (sealed_until) WHERE sealed IS NOT NULL`,
    `CREATE INDEX leases_ended ON leases (ended_at) WHERE ended_at IS NOT NULL`,
    `CREATE TABLE tokens (
      issuer TEXT NOT NULL,
      jti TEXT NOT NULL,
      lease_id TEXT NOT NULL,
      expires_at BIGINT NOT NULL,
      PRIMARY KEY (issuer, jti)
    )`,
    `CREATE INDEX tokens_expired ON tokens (expires_at)`,
  ],
  [
    // Counts the leases of a rule, and of a run, without reading their rows.
    `DROP INDEX leases_live`,
    `CREATE INDEX leases_live ON leases (rule, issuer, repository_id, run, state)
     WHERE state <> 'revoked'`,
  ],
];

const schemaVersion: number = migrations.length;

/** @throws {BrokerError} `ERR_STORE` for a store that a newer broker has written. */
export async function migrate(driver: Driver): Promise<void> {
  await driver.transaction(async (transaction) => {
    await transaction.lock('schema');
    await transaction.run('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)');
    const [row] = await transaction.all('SELECT max(version) AS version FROM schema_version');
    const version = Number(row?.['version'] ?? 0);
    if (version > schemaVersion) {
      throw new BrokerError(
        'ERR_STORE',
        `The store has schema version ${version}, and this broker knows up to ${schemaVersion}. Expected a store of this version or an older one; start the newer broker again, or restore a backup from before the upgrade.`,
      );
    }
    for (const [index, statements] of migrations.entries()) {
      if (index < version) continue;
      for (const statement of statements) await transaction.run(statement);
      await transaction.run('INSERT INTO schema_version (version) VALUES ($1)', [index + 1]);
    }
  });
}
