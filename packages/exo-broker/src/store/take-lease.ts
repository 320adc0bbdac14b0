// Takes a lease: the token's id, the idempotency key, a slot under `max-live` and the row, or none of them.
import type { Transaction } from './driver.ts';
import { toLeaseRow, type JobRef, type LeaseRow } from './lease-row.ts';
import type { LeaseClaim, Taken } from './store.ts';

const clockToleranceSeconds = 60;

export async function takeLease(transaction: Transaction, claim: LeaseClaim): Promise<Taken> {
  // Two claims of one id, rule or token wait for each other, on any instance.
  await transaction.lock(`rule ${claim.rule}`);
  await transaction.lock(`id ${claim.id}`);
  await transaction.lock(`token ${claim.job.issuer} ${claim.jti}`);
  const [found] = await transaction.all('SELECT * FROM leases WHERE id = $1', [claim.id]);
  const row = found && toLeaseRow(found);
  if (row) {
    const refusal = refusalOf(row, claim);
    if (refusal) return { outcome: refusal };
  }
  if (await isReplayed(transaction, claim)) return { outcome: 'replayed' };
  if (!row) {
    if (claim.paused) return { outcome: 'paused' };
    const full = await fullness(transaction, claim);
    if (full) return full;
    await insertRow(transaction, claim);
  }
  await takeToken(transaction, claim);
  return row ? { outcome: 'existing', row } : { outcome: 'taken' };
}

/** Without the id of a job, two jobs of one attempt cannot be told apart; the bound recipient does that. */
export function isSameJob(a: JobRef, b: JobRef): boolean {
  return (
    a.issuer === b.issuer &&
    a.repositoryId === b.repositoryId &&
    a.run === b.run &&
    a.attempt === b.attempt &&
    a.job === b.job
  );
}

function refusalOf(
  row: LeaseRow,
  claim: LeaseClaim,
): 'other-job' | 'other-body' | 'ended-first' | undefined {
  if (!isSameJob(row, claim.job)) return 'other-job';
  if (row.endedFirst) return 'ended-first';
  return row.bodyHash === claim.bodyHash ? undefined : 'other-body';
}

async function isReplayed(
  transaction: Transaction,
  { id, jti, job }: LeaseClaim,
): Promise<boolean> {
  if (jti === undefined) return false;
  const [token] = await transaction.all(
    'SELECT lease_id FROM tokens WHERE issuer = $1 AND jti = $2',
    [job.issuer, jti],
  );
  return token !== undefined && token['lease_id'] !== id;
}

async function takeToken(transaction: Transaction, claim: LeaseClaim): Promise<void> {
  const { id, jti, job, tokenExpiresAt } = claim;
  if (jti === undefined) return;
  await transaction.run(
    `INSERT INTO tokens (issuer, jti, lease_id, expires_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (issuer, jti) DO NOTHING`,
    [job.issuer, jti, id, (tokenExpiresAt + 2 * clockToleranceSeconds) * 1000],
  );
}

// One run may hold half of the slots, so that it cannot block all others.
async function fullness(transaction: Transaction, claim: LeaseClaim): Promise<Taken | undefined> {
  const { maxLive, rule, job } = claim;
  if (maxLive === undefined) return undefined;
  const select = async (what: string, where: string, values: string[]): Promise<number> => {
    const sql = `SELECT ${what} AS value FROM leases WHERE ${where} AND state <> 'revoked'`;
    const [row] = await transaction.all(sql, values);
    return Number(row?.['value'] ?? 0);
  };
  const ofRun = 'rule = $1 AND issuer = $2 AND repository_id = $3 AND run = $4';
  const live = await select('count(*)', 'rule = $1', [rule]);
  const own = await select('count(*)', ofRun, [rule, job.issuer, job.repositoryId, job.run]);
  const ownLimit = maxLive > 1 ? Math.ceil(maxLive / 2) : 1;
  if (live < maxLive && own < ownLimit) return undefined;
  const first = await select('min(expires_at)', 'rule = $1', [rule]);
  const waitSeconds = first - Math.floor(transaction.now / 1000);
  return { outcome: 'max-live', live, retryAfterSeconds: Math.min(Math.max(waitSeconds, 5), 60) };
}

async function insertRow(transaction: Transaction, claim: LeaseClaim): Promise<void> {
  const { id, job, organization, rule, claimsHash, bodyHash, ttlSeconds, mintLimitMs } = claim;
  const { now } = transaction;
  await transaction.run(
    `INSERT INTO leases (id, state, organization, rule, issuer, repository_id, run, attempt, job,
       claims_hash, body_hash, expires_at, created_at, due_at)
     VALUES ($1, 'minting', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      id,
      organization,
      rule,
      job.issuer,
      job.repositoryId,
      job.run,
      job.attempt,
      job.job ?? null,
      claimsHash,
      bodyHash,
      Math.floor(now / 1000) + ttlSeconds,
      now,
      now + mintLimitMs,
    ],
  );
}
