// Reads a configuration from its file.
import { readFile } from 'node:fs/promises';

import { BrokerError } from '../errors.ts';
import type { Config } from '../policy/config.ts';
import { loadConfig } from '../policy/load-config.ts';

/** @throws {BrokerError} `ERR_CONFIG_INVALID`, with line and column where the file can be read. */
export async function readConfig(file: string): Promise<Config> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new BrokerError(
      'ERR_CONFIG_INVALID',
      `The configuration ${file} cannot be read. Expected a regular file that this user can read; check the path and its permissions.`,
      { cause },
    );
  }
  return loadConfig(text, { path: file });
}
