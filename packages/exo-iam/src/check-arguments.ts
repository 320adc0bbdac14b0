// Checks what callers without types hand in, before a TypeError would say less.
import { ExoIamError } from './errors.ts';

/** @throws {ExoIamError} `ERR_ARGUMENT_INVALID` naming the argument that is not an object, or not a list. */
export function checkObjects(named: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(named)) {
    if (typeof value !== 'object' || value === null) throw invalidArgument(name, 'an object');
  }
}

/** @throws {ExoIamError} `ERR_ARGUMENT_INVALID`. */
export function checkTexts(named: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(named)) {
    if (typeof value !== 'string') throw invalidArgument(name, 'a text');
  }
}

/** @throws {ExoIamError} `ERR_ARGUMENT_INVALID`. */
export function checkLists(named: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(named)) {
    if (!Array.isArray(value)) throw invalidArgument(name, 'an array');
  }
}

function invalidArgument(name: string, expected: string): ExoIamError {
  return new ExoIamError(
    'ERR_ARGUMENT_INVALID',
    `The argument "${name}" is missing or of another type. Expected ${expected}.`,
    { field: name },
  );
}
