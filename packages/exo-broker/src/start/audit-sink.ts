// Where the lines of the audit trail go: a file, or standard output.
import { open, type FileHandle } from 'node:fs/promises';

import { BrokerError } from '../errors.ts';

export interface AuditSink {
  readonly write: (line: string) => Promise<void>;
  /** The last line of a file that exists, for the chain of hashes. */
  readonly lastLine: string | undefined;
  readonly close: () => Promise<void>;
}

const tailBytes = 64 * 1024;

/** @throws {BrokerError} `ERR_STORE` for a file that cannot be written. */
export async function openAuditFile(path: string): Promise<AuditSink> {
  let handle: FileHandle;
  try {
    handle = await open(path, 'a+', 0o600);
  } catch (cause) {
    throw new BrokerError(
      'ERR_STORE',
      `The audit file ${path} cannot be written. Expected a file that this user can append to; check its folder and its permissions.`,
      { cause },
    );
  }
  return {
    lastLine: await readLastLine(handle),
    write: async (line) => {
      await handle.appendFile(line);
      await handle.datasync();
    },
    close: () => handle.close(),
  };
}

/** A sink on a stream such as standard output. Its chain begins with the process. */
export function auditStream(write: (line: string) => void): AuditSink {
  return {
    lastLine: undefined,
    write: async (line) => write(line),
    close: () => Promise.resolve(),
  };
}

async function readLastLine(handle: FileHandle): Promise<string | undefined> {
  const { size } = await handle.stat();
  const start = Math.max(0, size - tailBytes);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(tailBytes), 0, tailBytes, start);
  const text = buffer.toString('utf8', 0, bytesRead);
  if (text === '') return undefined;
  // A crash can leave half a line, so the next entry starts on a new line.
  if (!text.endsWith('\n')) await handle.appendFile('\n');
  return text.trimEnd().split('\n').at(-1);
}
