// A file that an option names, as JSON.
import { ExoSimError, type ExoSimErrorCode } from '../exo-sim-error.ts';

export interface JsonFile {
  readonly path: string;
  /** What the file should hold: `an IAM policy`. */
  readonly content: string;
  readonly code: ExoSimErrorCode;
}

/** @throws {ExoSimError} with the file's code when it is no JSON; what reading throws as it is. */
export function readJsonFile(
  { path, content, code }: JsonFile,
  readFile: (path: string) => string,
): unknown {
  const text = readFile(path);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new ExoSimError(code, `${path} is no JSON; expected ${content}`, { cause: error });
  }
}
