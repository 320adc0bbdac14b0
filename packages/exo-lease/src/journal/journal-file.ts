// The journal: a file for each lease that is not over, in the state folder. It holds no secret.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { leaseMethods, parseLeaseName, type LeaseRecord } from '@x/exo-iam';

import type { Context } from '../context.ts';
import { ExoLeaseError } from '../errors.ts';
import { makeFolder } from './make-folder.ts';
import { identifyProcess, type ProcessIdentity } from './process-identity.ts';
import { removeFile, replaceFile } from './replace-file.ts';
import { stateFolder } from './state-folder.ts';

/** What one file says. */
export interface JournalEntry {
  readonly version: 1;
  /** The key that minted, by its id: only it can clean up. */
  readonly parentKey: string;
  readonly record: LeaseRecord;
  /** Undefined if the system does not provide it. */
  readonly process?: ProcessIdentity | undefined;
}

type Place = Pick<Context, 'env' | 'platform'>;

function journalFolder(place: Place): string {
  return join(stateFolder(place), 'leases');
}

/**
 * Writes one record, and removes the file of one that is over.
 *
 * @throws {ExoLeaseError} `ERR_JOURNAL_UNWRITABLE`. Then nothing may be made, because it would not be recorded.
 */
export function createJournal(
  place: Place,
  parentKey: string,
): (record: LeaseRecord | undefined) => void {
  const folder = journalFolder(place);
  const owner = identifyProcess(process.pid);
  let path: string | undefined;
  return (record) => {
    try {
      if (record === undefined || record.phase === 'revoked') {
        if (path !== undefined) removeFile(path);
        return;
      }
      makeFolder(folder);
      path = join(folder, `${record.name}.json`);
      const entry: JournalEntry = { version: 1, parentKey, record, process: owner };
      replaceFile(path, `${JSON.stringify(entry)}\n`);
    } catch (cause) {
      const reason = (cause as NodeJS.ErrnoException).code ?? 'unknown reason';
      throw new ExoLeaseError(
        'ERR_JOURNAL_UNWRITABLE',
        `The journal in ${folder} cannot be written (${reason}), and without it a key could be lost. Set XDG_STATE_HOME to a folder that can be written.`,
        { cause },
      );
    }
  };
}

export interface StoredEntry {
  readonly path: string;
  /** Undefined for a file that cannot be read as an entry. */
  readonly entry: JournalEntry | undefined;
}

export function readJournal(place: Place): StoredEntry[] {
  const folder = journalFolder(place);
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name))
    .map((path) => ({ path, entry: readEntry(path) }));
}

function readEntry(path: string): JournalEntry | undefined {
  try {
    const value = JSON.parse(readFileSync(path, 'utf8')) as JournalEntry;
    const { version, parentKey, record } = value;
    // Never touches a name that does not belong to a lease, even if an entry has it.
    const isLease = parseLeaseName(record.name) !== undefined;
    const isWhole = typeof parentKey === 'string' && leaseMethods.includes(record.method);
    const isEntry = version === 1 && isLease && isWhole && Number.isFinite(record.expiresAt);
    return isEntry ? value : undefined;
  } catch {
    return undefined;
  }
}
