// Opens the store that the configuration names.
import { checkSqlitePath } from './check-sqlite-path.ts';
import type { Driver } from './driver.ts';
import type { PostgresSettings } from './postgres-driver.ts';
import { probeStore } from './probe-store.ts';
import { migrate } from './schema.ts';
import { createSqlStore } from './sql-store.ts';
import { openSqlite } from './sqlite-driver.ts';
import type { Store } from './store.ts';

/** Which store. */
export type StoreSettings =
  | { readonly kind: 'sqlite'; readonly path: string }
  | ({ readonly kind: 'postgres' } & PostgresSettings);

export interface OpenStoreOptions {
  /** In milliseconds. Only for SQLite: a database server uses its own clock. */
  readonly now: () => number;
  /** Whether this is the `serve` of a SQLite store. Only one can run. */
  readonly exclusive: boolean;
}

/**
 * The store, with its schema brought up to date.
 *
 * @throws {BrokerError} `ERR_STORE`.
 */
export async function openStore(
  settings: StoreSettings,
  options: OpenStoreOptions,
): Promise<Store> {
  const driver = await openDriver(settings, options);
  try {
    await migrate(driver);
  } catch (error) {
    await driver.close();
    throw error;
  }
  return { ...createSqlStore(driver), ping: () => probeStore(driver) };
}

async function openDriver(settings: StoreSettings, options: OpenStoreOptions): Promise<Driver> {
  if (settings.kind === 'sqlite') {
    await checkSqlitePath(settings.path);
    return openSqlite(settings.path, options);
  }
  // Loaded only for PostgreSQL.
  const { openPostgres } = await import('./postgres-driver.ts');
  return openPostgres(settings);
}
