// The durations in the life of a lease. Tests shorten them.

/** How long each part of a lease's life may take, in milliseconds. */
export interface LeaseTimes {
  /** The limits of a mint, and of removing what a failed one has made. A stop waits for both. */
  readonly mintTimeoutMs: number;
  readonly undoTimeoutMs: number;
  /** A mint without a key by then counts as dead, and any instance cleans up after it. */
  readonly mintLimitMs: number;
  /** How long a repeated request gets the same key. */
  readonly sealedForMs: number;
  /** From the deadline of a lease to its revocation. */
  readonly graceMs: number;
  /** From a revocation to the second look-up of a key whose request was cut off. */
  readonly confirmAfterMs: number;
  /** The limit of an attempt to revoke. Until then, no other instance takes it over. */
  readonly revokeTimeoutMs: number;
  readonly claimMs: number;
  /** How often to read due leases from the store. */
  readonly pollMs: number;
  readonly shortestBackoffMs: number;
  readonly longestBackoffMs: number;
  /** How long a row is kept after its lease is over. A workflow of GitHub ends after 35 days. */
  readonly keepRevokedMs: number;
}

/** The times of a broker in production. */
export const defaultTimes: LeaseTimes = {
  mintTimeoutMs: 20_000,
  undoTimeoutMs: 8_000,
  mintLimitMs: 120_000,
  sealedForMs: 60_000,
  graceMs: 60_000,
  confirmAfterMs: 60_000,
  revokeTimeoutMs: 60_000,
  claimMs: 120_000,
  pollMs: 1_000,
  shortestBackoffMs: 1_000,
  longestBackoffMs: 600_000,
  keepRevokedMs: 40 * 24 * 3_600_000,
};
