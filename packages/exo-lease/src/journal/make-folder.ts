// Makes the folder of the journal, with the folders above it, for their owner only.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** One at a time: with `recursive`, Node never returns where a folder cannot be made, such as in /proc. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another exo-lease was quicker.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
