// The runner's command files of one phase, one of which may be broken.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

import { createCommandFiles, parseKeyValues, type CommandFiles } from '@x/local-runner/phase';

/** What is wrong with one of the files. */
export interface BrokenFile {
  readonly kind: Uppercase<keyof CommandFiles>;
  /** It was never created, or nothing can be written to it any more. */
  readonly how: 'missing' | 'full';
}

// Linux has a device on which every write fails with ENOSPC. Reading it never ends.
const fullDevice = '/dev/full';

/** Creates them empty in a new folder, all but the one that is broken. */
export async function openCommandFiles(folder: string, broken?: BrokenFile): Promise<CommandFiles> {
  mkdirSync(folder);
  const files = await createCommandFiles(folder);
  if (!broken) return files;
  const kind = broken.kind.toLowerCase() as keyof CommandFiles;
  rmSync(files[kind]);
  return broken.how === 'full' ? { ...files, [kind]: fullDevice } : files;
}

export function readCommandFile(path: string): string {
  return path !== fullDevice && existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** The entries of a file of `NAME=VALUE` lines and heredocs; the last entry of a name counts. */
export function parseEntries(text: string): Record<string, string> {
  return Object.fromEntries(parseKeyValues(text));
}
