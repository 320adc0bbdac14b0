// Checks that a lease can be written now. A full store can still have room for a smaller row.
import { randomUUID } from 'node:crypto';

import type { Driver } from './driver.ts';

/** About as long as a sealed key. */
const filler = 'x'.repeat(1500);

/** @throws {BrokerError} `ERR_STORE`. */
export async function probeStore(driver: Driver): Promise<void> {
  await driver.transaction(async (transaction) => {
    const id = `probe ${randomUUID()}`;
    await transaction.run(
      `INSERT INTO leases (id, state, organization, rule, issuer, repository_id, run, attempt, claims_hash,
         body_hash, expires_at, created_at, due_at, sealed)
       VALUES ($1, 'minting', '', '', '', '', '', '', '', '', 0, $2, $2, $3)`,
      [id, transaction.now, filler],
    );
    await transaction.run('DELETE FROM leases WHERE id = $1', [id]);
  });
}
