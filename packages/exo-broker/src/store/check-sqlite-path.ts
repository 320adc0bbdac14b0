// SQLite's write-ahead log needs shared memory, which network file systems do not support.
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

import { BrokerError } from '../errors.ts';

/** The numbers of network file systems on Linux (statfs(2)). */
const networkTypes: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB'],
  [0x517b, 'SMB'],
  [0x00c36400, 'Ceph'],
  [0x5346414f, 'AFS'],
  [0x0bd00bd0, 'Lustre'],
  [0x47504653, 'GPFS'],
]);

export interface SqlitePathOptions {
  /** Default the system's. */
  readonly statfs?: (path: string) => Promise<{ readonly type: number }>;
}

/**
 * @throws {BrokerError} `ERR_CONFIG_INVALID` for a path on a network file system, where several brokers seem
 * possible but are not.
 */
export async function checkSqlitePath(
  path: string,
  options: SqlitePathOptions = {},
): Promise<void> {
  const found = await (options.statfs ?? statfs)(dirname(path)).catch(() => undefined);
  const name = found && networkTypes.get(found.type >>> 0);
  if (name === undefined) return;
  throw new BrokerError(
    'ERR_CONFIG_INVALID',
    `The store ${path} is on ${name}, where SQLite cannot keep it safe. Expected a local disk for one broker, or PostgreSQL for several.`,
  );
}
