// The files behind GITHUB_OUTPUT, GITHUB_ENV, GITHUB_STATE, GITHUB_PATH and GITHUB_STEP_SUMMARY:
// fresh ones for each phase, read after it whatever its end was.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseKeyValues } from '@x/local-runner/commands';

const kinds = ['OUTPUT', 'ENV', 'STATE', 'PATH', 'STEP_SUMMARY'] as const;

export type CommandFileKind = (typeof kinds)[number];

/** Paths. */
export type CommandFiles = Readonly<Record<CommandFileKind, string>>;

/** What is wrong with one of the files. */
export interface BrokenFile {
  readonly kind: CommandFileKind;
  /** It was never created, or nothing can be written to it any more. */
  readonly how: 'missing' | 'full';
}

// Linux has a device on which every write fails with ENOSPC. Reading it never ends.
const fullDevice = '/dev/full';

/** Creates them empty in a new folder, all but the one that is broken. */
export function createCommandFiles(folder: string, broken?: BrokenFile): CommandFiles {
  mkdirSync(folder);
  const files = Object.fromEntries(
    kinds.map((kind) => [kind, join(folder, kind.toLowerCase())]),
  ) as Record<CommandFileKind, string>;
  for (const path of Object.values(files)) writeFileSync(path, '');
  if (broken) rmSync(files[broken.kind]);
  if (broken?.how === 'full') files[broken.kind] = fullDevice;
  return files;
}

export function readCommandFile(files: CommandFiles, kind: CommandFileKind): string {
  const path = files[kind];
  return path !== fullDevice && existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** The entries of a file of `NAME=VALUE` lines and heredocs; the last entry of a name counts. */
export function parseEntries(text: string): Record<string, string> {
  return Object.fromEntries(parseKeyValues(text));
}
