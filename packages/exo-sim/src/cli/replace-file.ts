// Replaces a file as a whole, readable only by its owner. A reader finds either the old text or the
// new one, after a power cut too.
import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';

export function replaceFile(given: string, text: string): void {
  const path = behindLinks(given);
  const draft = `${path}.new`;
  // Creates the draft again: an old one could be another user's link, or readable by others.
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

// Not only realpath, which fails if the target of a link does not exist yet.
function behindLinks(path: string): string {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return path;
  return behindLinks(resolve(realpathSync(dirname(path)), readlinkSync(path)));
}
