// The differences between SQL stores: connections, transactions, the clock, and locks.
import type { SqlRow } from './lease-row.ts';

export type SqlValue = string | number | null;

export interface Transaction {
  /** UNIX milliseconds, by the clock of this store. */
  readonly now: number;
  /** Parameters are `$1`, `$2`, … */
  all(sql: string, parameters?: readonly SqlValue[]): Promise<SqlRow[]>;
  /** Rows changed. */
  run(sql: string, parameters?: readonly SqlValue[]): Promise<number>;
  /** Locks the name until this transaction ends. */
  lock(name: string): Promise<void>;
}

export interface Driver {
  /** Appended to a SELECT to lock its rows. */
  readonly skipLocked: string;
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
