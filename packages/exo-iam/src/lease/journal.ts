// What a lease has left in the organisation so far, written down before and after each step.

/** Enough to find and remove everything a mint may have made, even when it was cut off. */
export interface LeaseRecord {
  readonly method: 'scoped-role';
  /** The name of the key and of its role. Whatever bears it is ours. */
  readonly name: string;
  /** UNIX seconds. */
  readonly expiresAt: number;
  readonly roleId?: string;
  readonly apiKey?: string;
}

/**
 * Called before the first thing is made and after each thing that was. A mint goes on only when it
 * has resolved, so what is written here survives a process that is killed.
 */
export type Journal = (record: LeaseRecord) => void | Promise<void>;
