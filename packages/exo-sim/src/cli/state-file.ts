// The file behind `--state`: read once at the start, replaced whenever something has changed.
import { readSavedState } from '../state/read-saved-state.ts';
import type { SavedState } from '../state/saved-state.ts';
import { readJsonFile } from './read-json-file.ts';

export interface FileSystem {
  readonly readFile: (path: string) => string;
  /** Replaces the file as a whole, readable only by its owner. */
  readonly replaceFile: (path: string, text: string) => void;
}

/** The content of the file, or `undefined` if it does not exist. */
export function readStateFile(path: string, { readFile }: FileSystem): SavedState | undefined {
  try {
    const file = {
      path,
      content: 'a state that exo-sim saved',
      code: 'ERR_INVALID_STATE',
    } as const;
    return readSavedState(readJsonFile(file, readFile), path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export function writeStateFile(path: string, state: SavedState, { replaceFile }: FileSystem): void {
  replaceFile(path, `${JSON.stringify(state)}\n`);
}
