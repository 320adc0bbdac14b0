// The files behind GITHUB_OUTPUT, GITHUB_ENV, GITHUB_PATH, GITHUB_STATE and GITHUB_STEP_SUMMARY:
// new ones for each phase, read after it ends in any way.
import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { messageOf } from '../message-of.ts';
import { parseKeyValues } from './parse-key-values.ts';

const kinds = ['output', 'env', 'path', 'state', 'step_summary'] as const;
const summaryLimitBytes = 1024 * 1024;

/** Paths by the name they have in the `github` context. */
export type CommandFiles = Readonly<Record<(typeof kinds)[number], string>>;

export interface CommandFileEffects {
  readonly setOutput: (name: string, value: string) => void;
  readonly setEnv: (name: string, value: string) => void;
  readonly addPath: (directory: string) => void;
  readonly saveState: (name: string, value: string) => void;
  readonly addSummary: (markdown: string) => void;
  /** Shown as an error without failing the step. */
  readonly refuse: (message: string) => void;
  readonly fail: (message: string) => void;
}

export async function createCommandFiles(directory: string): Promise<CommandFiles> {
  const suffix = randomUUID();
  const entries = kinds.map((kind) => [kind, join(directory, `${kind}_${suffix}`)] as const);
  await Promise.all(entries.map(([, path]) => writeFile(path, '', { mode: 0o600 })));
  return Object.fromEntries(entries) as CommandFiles;
}

/** Reads the files, passes on their values and deletes them. */
export async function applyCommandFiles(
  files: CommandFiles,
  effects: CommandFileEffects,
): Promise<void> {
  const text = Object.fromEntries(
    await Promise.all(kinds.map(async (kind) => [kind, await readIfThere(files[kind])] as const)),
  ) as CommandFiles;
  await Promise.all(Object.values(files).map((path) => rm(path, { recursive: true, force: true })));

  for (const directory of text.path.split(/\r?\n/)) {
    if (directory !== '') effects.addPath(directory);
  }
  const setEnv: typeof effects.setEnv = (name, value) => {
    if (name.toUpperCase() === 'NODE_OPTIONS') {
      effects.refuse(`Can't store ${name} output parameter using '$GITHUB_ENV' command.`);
    } else {
      effects.setEnv(name, value);
    }
  };
  const appliers = [
    ['env', setEnv],
    ['output', effects.setOutput],
    ['state', effects.saveState],
  ] as const;
  for (const [kind, apply] of appliers) {
    try {
      for (const [name, value] of parseKeyValues(text[kind])) apply(name, value);
    } catch (error) {
      const reason = messageOf(error);
      effects.fail(`Unable to process file command '${kind}' successfully. ${reason}`);
    }
  }
  applySummary(text.step_summary, effects);
}

function applySummary(markdown: string, effects: CommandFileEffects): void {
  const bytes = Buffer.byteLength(markdown);
  if (bytes > summaryLimitBytes) {
    const size = `${Math.ceil(bytes / 1024)}k`;
    effects.refuse(`$GITHUB_STEP_SUMMARY supports content up to a size of 1024k, got ${size}.`);
  } else if (markdown !== '') {
    effects.addSummary(markdown);
  }
}

// A step may delete its files, which is not an error on GitHub either.
async function readIfThere(path: string): Promise<string> {
  try {
    const text = await readFile(path, 'utf8');
    return text.replace(/^\uFEFF/, '');
  } catch {
    return '';
  }
}
