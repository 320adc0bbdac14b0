// Replaces a file atomically, so that a reader finds the old text or the new one. Only the owner can read it.
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Only one process writes a file of the journal, so its draft needs no name of its own. */
export function replaceFile(path: string, text: string): void {
  const draft = draftOf(path);
  rmSync(draft, { force: true });
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}

/** Removes a file, and the draft that a process killed while it wrote has left. */
export function removeFile(path: string): void {
  rmSync(path, { force: true });
  rmSync(draftOf(path), { force: true });
}

function draftOf(path: string): string {
  return `${path}.new`;
}
