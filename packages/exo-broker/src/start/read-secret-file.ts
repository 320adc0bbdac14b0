// Reads the secret of a parent key from its file, and refuses a file that others can change.
import { open } from 'node:fs/promises';

import { BrokerError } from '../errors.ts';

const maxBytes = 4096;

export interface SecretFile {
  readonly secret: string;
  /** What the operator should know, without the secret. */
  readonly warning: string | undefined;
}

/** @throws {BrokerError} `ERR_SECRET_FILE` for a file that is missing, empty or writable by others. */
export async function readSecretFile(path: string): Promise<SecretFile> {
  const handle = await open(path, 'r').catch((cause: unknown) => {
    throw refused(
      `The secret file ${path} cannot be read. Create it, readable for the broker.`,
      cause,
    );
  });
  try {
    const stats = await handle.stat();
    if (!stats.isFile())
      throw refused(`${path} is not a regular file. Expected a file with the secret.`);
    if ((stats.mode & 0o022) !== 0) {
      throw refused(`Others can write the secret file ${path}. Run chmod go-w on it.`);
    }
    if (stats.size > maxBytes)
      throw refused(`${path} is larger than ${maxBytes} bytes. Expected one line.`);
    const secret = (await handle.readFile('utf8')).trim();
    if (!/^[\x21-\x7e]+$/.test(secret)) {
      throw refused(`${path} does not hold a secret. Expected one line of visible characters.`);
    }
    // Secrets that an orchestrator mounts are often readable for all, so it is not refused.
    const isReadable = (stats.mode & 0o004) !== 0;
    const warning = isReadable ? `Others can read the secret file ${path}.` : undefined;
    return { secret, warning };
  } finally {
    await handle.close();
  }
}

function refused(message: string, cause?: unknown): BrokerError {
  return new BrokerError('ERR_SECRET_FILE', message, { cause });
}
