// What a lease has created in the organization so far, recorded before and after each step.

/** Every method of minting, the default first. */
export const leaseMethods = ['scoped-role', 'role', 'assume-role', 'access-key'] as const;

/**
 * - `scoped-role`: a role of its own with the scope and the deadline, and a key for it.
 * - `role`: a key for an existing role.
 * - `assume-role`: a session of an existing role. The API marks it as beta.
 * - `access-key`: a legacy key. Its endpoints left the specification in June 2024.
 */
export type LeaseMethod = (typeof leaseMethods)[number];

/**
 * How far a lease has come. After a restart, revoke what was not handed out.
 *
 * - `intended`: nothing was made yet, or the answer to the request is not known.
 * - `made`: a role or a key exists.
 * - `handed-out`: the caller gave the key to its user. The caller of `mint` sets this phase, not `mint`.
 * - `revoked`: nothing is left.
 */
export type LeasePhase = 'intended' | 'made' | 'handed-out' | 'revoked';

/** Enough to find and remove everything that a mint may have created, even if it was cut off. */
export interface LeaseRecord {
  readonly method: LeaseMethod;
  /** The name of the key and, for `scoped-role`, of its role. Anything with this name belongs to the lease. */
  readonly name: string;
  /** UNIX seconds. */
  readonly expiresAt: number;
  readonly phase: LeasePhase;
  /** The role made for the lease; only `scoped-role` makes one. */
  readonly roleId?: string | undefined;
  readonly apiKey?: string | undefined;
  /** True once the answer to a request for the key was lost: there may be a second key of this name. */
  readonly uncertain?: boolean | undefined;
}

/** What revoking takes of a record: a minted lease fits as well. */
export type Revocable = Omit<LeaseRecord, 'phase'>;

/**
 * Called before anything is created, and after each thing that is. A mint waits for it to resolve, so
 * the record survives even if the process is killed.
 *
 * Called with `undefined` if a mint failed and certainly left nothing, so that the record can be removed.
 */
export type Journal = (record: LeaseRecord | undefined) => void | Promise<void>;
