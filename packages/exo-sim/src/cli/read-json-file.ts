// A file that an option names, as JSON.
import { ExoSimError, type ExoSimErrorCode } from '../exo-sim-error.ts';

export interface JsonFile {
  readonly path: string;
  /** What the file should hold: `an IAM policy`. */
  readonly content: string;
  readonly code: ExoSimErrorCode;
}

/** @throws {ExoSimError} with the file's code if it is not valid JSON. What reading throws is passed on. */
export function readJsonFile(
  { path, content, code }: JsonFile,
  readFile: (path: string) => string,
): unknown {
  // Windows editors begin a file with a byte order mark.
  const text = readFile(path).replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new ExoSimError(code, `${path} is not valid JSON; expected ${content}`, { cause: error });
  }
}
