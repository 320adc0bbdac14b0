// What the broker asks of a store. Every implementation passes one contract suite, `test/store/contract.ts`.
import type { JobRef, LeaseRow, LeaseState, Traces } from './lease-row.ts';

/** A job asks for a lease. */
export interface LeaseClaim {
  readonly id: string;
  readonly job: JobRef;
  /** The token's id is taken with the lease. Undefined for tokens that may mint several times. */
  readonly jti: string | undefined;
  /** UNIX seconds. */
  readonly tokenExpiresAt: number;
  readonly organization: string;
  readonly rule: string;
  readonly maxLive: number | undefined;
  readonly claimsHash: string;
  readonly bodyHash: string;
  readonly ttlSeconds: number;
  /** After this long without a key handed out, the mint counts as dead and is cleaned up. */
  readonly mintLimitMs: number;
  /** Refuses what is new; a lease that exists is still answered. */
  readonly paused: boolean;
}

/** What became of a claim. */
export type Taken =
  | { readonly outcome: 'taken' }
  /** The same job asked for the same before. */
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
  /** Nobody else gets the row for this long. */
  readonly claimMs: number;
}

/** How a try to revoke ended. */
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

/** Leases by state, and how late the latest revocation is. */
export interface StoreCounts {
  readonly states: Readonly<Partial<Record<LeaseState, number>>>;
  readonly overdueMs: number;
}

export interface Store {
  /** One transaction takes the token's id, the idempotency key, a place under `max-live` and the row. */
  take(claim: LeaseClaim): Promise<Taken>;
  /** Writes what a mint has left. False when the lease is over already, so that the mint must stop. */
  record(id: string, traces: Traces): Promise<boolean>;
  /** False when the lease is over already. */
  handOut(id: string, handOut: HandOut): Promise<boolean>;
  /** Forgets a mint that has certainly left nothing, so that the same key may be used again. */
  discard(id: string): Promise<void>;
  find(id: string): Promise<LeaseRow | undefined>;
  /** Replaces the hash of the revoke token of a lease whose sealed text is still kept; else false. */
  renewToken(id: string, tokenHash: string): Promise<boolean>;
  /** Makes a lease due now. A mint that runs stops at its next step. */
  end(id: string): Promise<LeaseState | undefined>;
  /** Makes a mint that failed due now. A lease that was handed out stays. */
  abandon(id: string): Promise<void>;
  /** Remembers that a lease was ended before it was asked for. False when the row exists by now. */
  endFirst(id: string, job: JobRef): Promise<boolean>;
  /** Rows to revoke, longest due first. They are `revoking` or `stuck` afterwards, and not given out twice. */
  claimDue(selection: DueSelection): Promise<LeaseRow[]>;
  attempted(id: string, result: Attempted): Promise<void>;
  /** Makes every running mint and every running revocation due now. For the only user of a store, at its start. Returns how many. */
  recover(): Promise<number>;
  /** Organizations that have leases which are not over. */
  liveOrganizations(): Promise<string[]>;
  /** Leases that are not over, longest due first; all of them with `over`. */
  list(options?: { readonly over?: boolean }): Promise<LeaseRow[]>;
  counts(): Promise<StoreCounts>;
  /** Removes old rows, token ids that expired, and sealed texts whose time is over. */
  purge(options: Purge): Promise<void>;
  /** Rejects when nothing can be written. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
