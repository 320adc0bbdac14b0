// The store of a broker. Every implementation passes the same contract tests, `test/store/contract.ts`.
import type { JobRef, LeaseRow, LeaseState, Traces } from './lease-row.ts';

/** A request of a job for a lease. */
export interface LeaseClaim {
  readonly id: string;
  readonly job: JobRef;
  /** The id of a token that may mint once. Undefined for tokens that may mint several times. */
  readonly jti: string | undefined;
  /** UNIX seconds. */
  readonly tokenExpiresAt: number;
  readonly organization: string;
  readonly rule: string;
  readonly maxLive: number | undefined;
  readonly claimsHash: string;
  readonly bodyHash: string;
  readonly ttlSeconds: number;
  /** After this time without a key, the mint counts as dead and is cleaned up. */
  readonly mintLimitMs: number;
  /** Refuses new leases. An existing lease is still returned. */
  readonly paused: boolean;
}

/** The result of a claim. */
export type Taken =
  | { readonly outcome: 'taken' }
  /** The same job sent the same request before. */
  | { readonly outcome: 'existing'; readonly row: LeaseRow }
  | { readonly outcome: 'replayed' | 'other-job' | 'other-body' | 'ended-first' | 'paused' }
  | { readonly outcome: 'max-live'; readonly live: number; readonly retryAfterSeconds: number };

export interface HandOut {
  readonly sealed: string;
  readonly sealedForMs: number;
  readonly tokenHash: string;
  readonly enforcedBy: 'server' | 'broker';
  /** UNIX seconds. */
  readonly expiresAt: number;
  /** How long until it is revoked at the latest. */
  readonly dueInMs: number;
}

export interface DueSelection {
  readonly organization: string;
  readonly limit: number;
  /** No other instance gets the row for this time. */
  readonly claimMs: number;
}

/** The result of an attempt to revoke. */
export type Attempted =
  | { readonly outcome: 'revoked'; readonly confirmAfterMs: number }
  | {
      readonly outcome: 'failed';
      readonly error: string;
      readonly retryInMs: number;
      readonly stuck: boolean;
    };

export interface Purge {
  readonly keepRevokedMs: number;
}

/** Leases by state, and the age of the most overdue revocation. */
export interface StoreCounts {
  readonly states: Readonly<Partial<Record<LeaseState, number>>>;
  readonly overdueMs: number;
}

export interface Store {
  /** One transaction takes the token's id, the idempotency key, a slot under `max-live` and the row. */
  take(claim: LeaseClaim): Promise<Taken>;
  /** Records what a mint has made. False if the lease is over, so that the mint must stop. */
  record(id: string, traces: Traces): Promise<boolean>;
  /** False if the lease is over. */
  handOut(id: string, handOut: HandOut): Promise<boolean>;
  /** Removes the row of a mint that certainly left nothing, so that its idempotency key can be used again. */
  discard(id: string): Promise<void>;
  find(id: string): Promise<LeaseRow | undefined>;
  /** Replaces the hash of the revoke token of a lease whose sealed text is still kept; else false. */
  renewToken(id: string, tokenHash: string): Promise<boolean>;
  /** Makes a lease due now. A running mint stops at its next step. */
  end(id: string): Promise<LeaseState | undefined>;
  /** Makes a failed mint due now. Does not change a lease that was handed out. */
  abandon(id: string): Promise<void>;
  /** Records that a lease was ended before it was requested. False if the row exists by now. */
  endFirst(id: string, job: JobRef): Promise<boolean>;
  /**
   * Rows to revoke, longest due first. They are `revoking` or `stuck` afterwards, and no other caller gets
   * them.
   */
  claimDue(selection: DueSelection): Promise<LeaseRow[]>;
  attempted(id: string, result: Attempted): Promise<void>;
  /**
   * Makes every running mint and revocation due now, and returns how many. Only for the start of the only user
   * of a store.
   */
  recover(): Promise<number>;
  /** Organizations that have leases which are not over. */
  liveOrganizations(): Promise<string[]>;
  /** Leases that are not over, longest due first; all of them with `over`. */
  list(options?: { readonly over?: boolean }): Promise<LeaseRow[]>;
  counts(): Promise<StoreCounts>;
  /** Removes old rows, expired token ids and expired sealed texts. */
  purge(options: Purge): Promise<void>;
  /** Rejects when nothing can be written. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
