// Replaces a file as a whole, readable by its owner alone. A reader finds either the old text or the
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
  // Made anew: an old draft could be somebody's link, or readable by others.
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

// Not realpath alone, which fails where what a link leads to is still to be made.
function behindLinks(path: string): string {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return path;
  return behindLinks(resolve(realpathSync(dirname(path)), readlinkSync(path)));
}
