// Reads the secret of a parent key from its file, and refuses a file that others can change. Symbolic links are
// followed, because Kubernetes mounts a secret as a link into the folder of its version.
import { open } from 'node:fs/promises';

import { BrokerError } from '../errors.ts';

const maxBytes = 4096;

export interface SecretFile {
  readonly secret: string;
  /** Warnings for the operator, without the secret. */
  readonly warning: string | undefined;
}

/** @throws {BrokerError} `ERR_SECRET_FILE` for a file that is missing, empty or writable by others. */
export async function readSecretFile(path: string): Promise<SecretFile> {
  const handle = await open(path, 'r').catch((cause: unknown) => {
    throw refused(
      `The secret file ${path} cannot be read. Create it, and let the user of the broker read it.`,
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
    return { secret, warning: warningFor(path, stats.mode) };
  } finally {
    await handle.close();
  }
}

// Secrets that an orchestrator mounts are often readable for a group or for all, so this is only a warning.
function warningFor(path: string, mode: number): string | undefined {
  if ((mode & 0o004) !== 0) return `Everyone can read the secret file ${path}.`;
  if ((mode & 0o040) !== 0) return `The group of the secret file ${path} can read it.`;
  return undefined;
}

function refused(message: string, cause?: unknown): BrokerError {
  return new BrokerError('ERR_SECRET_FILE', message, { cause });
}
