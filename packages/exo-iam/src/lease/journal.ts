// What a lease has left in the organization so far, written down before and after each step.
import type { LeaseMethod } from './lease-method.ts';

/** Enough to find and remove everything a mint may have made, even when it was cut off. */
export interface LeaseRecord {
  readonly method: LeaseMethod;
  /** The name of the key and, for `scoped-role`, of its role. Whatever bears it is ours. */
  readonly name: string;
  /** UNIX seconds. */
  readonly expiresAt: number;
  /** The role made for the lease; `scoped-role` alone makes one. */
  readonly roleId?: string | undefined;
  readonly apiKey?: string | undefined;
}

/**
 * Called before the first thing is made and after each thing that was. A mint goes on only when it
 * has resolved, so what is written here survives a process that is killed.
 *
 * Called with `undefined` when a mint failed and has certainly left nothing: the record is of no use then.
 */
export type Journal = (record: LeaseRecord | undefined) => void | Promise<void>;
