// The files behind GITHUB_OUTPUT, GITHUB_ENV, GITHUB_STATE, GITHUB_PATH and GITHUB_STEP_SUMMARY:
// fresh ones for each phase, read after it whatever its end was.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseKeyValues } from '@x/local-runner/commands';

const kinds = ['OUTPUT', 'ENV', 'STATE', 'PATH', 'STEP_SUMMARY'] as const;

export type CommandFileKind = (typeof kinds)[number];

/** Paths. */
export type CommandFiles = Readonly<Record<CommandFileKind, string>>;

/** Creates them empty in a new folder, all but the one that is to be missing. */
export function createCommandFiles(folder: string, missing?: CommandFileKind): CommandFiles {
  mkdirSync(folder);
  const files = Object.fromEntries(
    kinds.map((kind) => [kind, join(folder, kind.toLowerCase())]),
  ) as CommandFiles;
  for (const path of Object.values(files)) writeFileSync(path, '');
  if (missing) rmSync(files[missing]);
  return files;
}

export function readCommandFile(files: CommandFiles, kind: CommandFileKind): string {
  return existsSync(files[kind]) ? readFileSync(files[kind], 'utf8') : '';
}

/** The entries of a file of `NAME=VALUE` lines and heredocs; the last entry of a name counts. */
export function parseEntries(text: string): Record<string, string> {
  return Object.fromEntries(parseKeyValues(text));
}
