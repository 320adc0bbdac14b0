// Refuses what the types forbid, for callers that do not use them: a text instead of a list would be read
// letter by letter.
import { ExoIamError } from '../errors.ts';
import type { ScopeParts } from './refuse-conflicts.ts';

const lists = ['operations', 'tags', 'resources'];
const others = ['policy', 'template', 'role', 'getOperation'];

/**
 * @throws {ExoIamError} `ERR_SCOPE_INVALID` for a scope that is not an object, a list that is not one, or
 *   an unknown member: ignored, a misspelt limit would leave the key more than was meant.
 */
export function refuseMisshapen(scope: ScopeParts | undefined): asserts scope {
  if (typeof scope !== 'object' || scope === null) {
    throw invalid('The scope is not an object. Expected { operations: ["list-zones"] }.');
  }
  for (const [field, value] of Object.entries<unknown>(scope)) {
    if (lists.includes(field) ? isListOrMissing(value) : others.includes(field)) continue;
    throw invalid(
      `The scope's ${field} is unknown or not a list of texts. Expected an array such as ["list-zones"], which parseList makes of a text, or ${others.join()}.`,
      field,
    );
  }
}

function isListOrMissing(value: unknown): boolean {
  if (value === undefined) return true;
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function invalid(message: string, field = 'scope'): ExoIamError {
  return new ExoIamError('ERR_SCOPE_INVALID', message, { field });
}
