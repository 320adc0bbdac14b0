// Opens the store of a configuration. The file with its password is read for each new connection, so that a new
// password needs no restart.
import type { Config } from '../policy/config.ts';
import { openStore, type OpenStoreOptions } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { readSecretFile } from './read-secret-file.ts';

export interface OpenConfiguredOptions extends OpenStoreOptions {
  /** Called with warnings about the password file. */
  readonly warn: (warning: string) => void;
}

/** @throws {BrokerError} `ERR_SECRET_FILE`, `ERR_STORE`. */
export async function openConfiguredStore(
  { store }: Pick<Config, 'store'>,
  options: OpenConfiguredOptions,
): Promise<Store> {
  if (store.kind === 'sqlite') return openStore(store, options);
  const { url, passwordFile } = store;
  if (passwordFile === undefined) return openStore({ kind: 'postgres', url }, options);
  const { warning } = await readSecretFile(passwordFile);
  if (warning !== undefined) options.warn(warning);
  const readPassword = async (): Promise<string> => (await readSecretFile(passwordFile)).secret;
  return openStore({ kind: 'postgres', url, readPassword }, options);
}
