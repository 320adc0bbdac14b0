// Opens the store that the configuration names.
import { BrokerError } from '../errors.ts';
import type { Driver } from './driver.ts';
import { migrate } from './schema.ts';
import { createSqlStore } from './sql-store.ts';
import { openSqlite } from './sqlite-driver.ts';
import type { Store } from './store.ts';

export interface OpenStoreOptions {
  /** In milliseconds. A database server's own clock goes before it. */
  readonly now: () => number;
  /** Whether this is the `serve` of a SQLite store, of which there is one. */
  readonly exclusive: boolean;
}

/**
 * The store at `sqlite:PATH` or `postgres://…`, with its schema brought up to date.
 *
 * @throws {BrokerError} `ERR_STORE`.
 */
export async function openStore(address: string, options: OpenStoreOptions): Promise<Store> {
  const driver = await openDriver(address, options);
  try {
    await migrate(driver);
  } catch (error) {
    await driver.close();
    throw error;
  }
  return createSqlStore(driver);
}

async function openDriver(address: string, options: OpenStoreOptions): Promise<Driver> {
  if (address.startsWith('sqlite:')) return openSqlite(address.slice('sqlite:'.length), options);
  if (/^postgres(?:ql)?:/.test(address)) {
    // Loaded for those who use it.
    const { openPostgres } = await import('./postgres-driver.ts');
    return openPostgres(address);
  }
  throw new BrokerError(
    'ERR_STORE',
    'The store has an unknown address. Expected sqlite:PATH or postgres://USER@HOST/DATABASE.',
  );
}
