// SQLite in one file: write-ahead log, and every commit on the disk before it counts.
import { closeSync, openSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

import { BrokerError } from '../errors.ts';
import type { Driver, Transaction } from './driver.ts';
import type { SqlRow } from './lease-row.ts';

const busyTimeoutMs = 5_000;

export interface SqliteOptions {
  /** In milliseconds. */
  readonly now: () => number;
  /** Whether to refuse a second `serve`. */
  readonly exclusive: boolean;
}

/** @throws {BrokerError} `ERR_STORE`. */
export function openSqlite(path: string, { now, exclusive }: SqliteOptions): Driver {
  const lock = exclusive ? lockFor(path) : undefined;
  let database: DatabaseSync;
  try {
    database = openPrivate(path);
    database.exec('PRAGMA busy_timeout = 5000');
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = FULL');
    database.exec('PRAGMA secure_delete = ON');
    database.exec('PRAGMA busy_timeout = 0');
  } catch (cause) {
    lock?.close();
    throw unavailable(path, cause);
  }
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = database.prepare(sql.replace(/\$(\d+)/g, '?$1'));
    statements.set(sql, statement);
    return statement;
  };
  const begin = (): Transaction => ({
    now: now(),
    all: (sql, parameters = []) => attempt(() => prepare(sql).all(...parameters) as SqlRow[]),
    run: (sql, parameters = []) => attempt(() => Number(prepare(sql).run(...parameters).changes)),
    // `BEGIN IMMEDIATE` allows one writer.
    lock: () => Promise.resolve(),
  });
  let last: Promise<unknown> = Promise.resolve();
  const transact = async <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> => {
    await beginWhenFree(database, path);
    try {
      const result = await work(begin());
      database.exec('COMMIT');
      return result;
    } catch (cause) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw cause instanceof BrokerError ? cause : unavailable(path, cause);
    }
  };
  return {
    skipLocked: '',
    // One connection has one transaction at a time.
    transaction: (work) => {
      const next = last.then(() => transact(work));
      last = next.catch(() => {});
      return next;
    },
    close: async () => {
      await last;
      database.close();
      lock?.close();
    },
  };
}

// SQLite's own wait would block the whole process while another process writes.
async function beginWhenFree(database: DatabaseSync, path: string): Promise<void> {
  const giveUpAt = performance.now() + busyTimeoutMs;
  for (;;) {
    try {
      database.exec('BEGIN IMMEDIATE');
      return;
    } catch (cause) {
      if (!isBusy(cause) || performance.now() > giveUpAt) throw unavailable(path, cause);
      await sleep(2);
    }
  }
}

// SQLite's lock on a separate file. It ends with the process, even after a crash.
function lockFor(path: string): DatabaseSync {
  const lock = open(`${path}-serve`);
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (cause) {
    lock.close();
    if (!isBusy(cause)) throw unavailable(path, cause);
    throw new BrokerError(
      'ERR_STORE',
      `Another exo-broker serves from ${path}. Expected one at a time; stop it, or use PostgreSQL for several.`,
      { cause },
    );
  }
}

function open(path: string): DatabaseSync {
  try {
    return openPrivate(path);
  } catch (cause) {
    throw unavailable(path, cause);
  }
}

function openPrivate(path: string): DatabaseSync {
  closeSync(openSync(path, 'a', 0o600));
  return new DatabaseSync(path);
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}

async function attempt<T>(work: () => T): Promise<T> {
  return work();
}

function unavailable(path: string, cause: unknown): BrokerError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new BrokerError(
    'ERR_STORE',
    `The store ${path} cannot be used: ${reason}. Expected a SQLite file that this user can write, in a folder that exists; check its permissions and the space on the disk.`,
    { cause },
  );
}
