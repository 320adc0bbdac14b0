// What to mint, and for whom.
import type { Scope } from '../scope/scope.ts';
import type { Holder } from './holder.ts';
import type { LeaseMethod } from './journal.ts';

/** What a lease may do, with the template by its name. */
export interface LeaseScope extends Omit<Scope, 'template'> {
  /** An existing key (`EXO…` or its name) or role (id or name) whose scope the lease gets. */
  readonly template?: string | undefined;
  /** The name or id of an existing role, for `role` and `assume-role`. */
  readonly role?: string | undefined;
}

/** What to mint, and for whom. */
export interface MintRequest {
  readonly scope: LeaseScope;
  /** How long the key works, in whole seconds from its creation: 1 to 31,536,000, which is 365 days. */
  readonly ttlSeconds: number;
  /** Begins the name of the lease: 1 to 32 letters, digits, `_` and `-`. */
  readonly prefix: string;
  readonly holder: Holder;
  /** Default `role` when the scope names one, else `scoped-role`. */
  readonly method?: LeaseMethod | undefined;
  /**
   * `lenient` leaves out the second half of the deadline, for an API or a class that does not know `now`. If
   * the API then cannot evaluate the age of the key, the key never expires. Default `strict`.
   */
  readonly deadline?: 'strict' | 'lenient' | undefined;
  /** Shown in the portal beside a role that is made, 1 to 255 characters. */
  readonly description?: string | undefined;
}

/**
 * Who ends the key.
 *
 * - `server`: the API refuses the key after the deadline, even if the job or its runner dies.
 * - `sweep`: the API does not enforce it. The job revokes the key when it ends, or a sweep does by the
 *   deadline in the name.
 */
export type EnforcedBy = 'server' | 'sweep';
