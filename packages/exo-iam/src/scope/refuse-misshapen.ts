// Refuses what the types forbid, for callers that do not use them: a text instead of a list would be read
// letter by letter.
import { ExoIamError } from '../errors.ts';
import type { ScopeParts } from './refuse-conflicts.ts';

const lists = ['operations', 'tags', 'resources'] as const;
const members: readonly string[] = [...lists, 'policy', 'template', 'role', 'getOperation'];

/** @throws {ExoIamError} `ERR_SCOPE_INVALID` for a scope that is not an object, has another member, or a list that is not one. */
export function refuseMisshapen(scope: ScopeParts | undefined): asserts scope {
  if (typeof scope !== 'object' || scope === null) {
    throw invalid(
      'The scope is not an object. Expected one such as { operations: ["list-zones"] }.',
    );
  }
  // Ignored, a misspelt member would leave the key more than was meant.
  const unknown = Object.keys(scope).find((name) => !members.includes(name));
  if (unknown !== undefined) {
    throw invalid(`The scope has an unknown member. Expected ${String(members)}.`, unknown);
  }
  for (const field of lists) {
    const list: unknown = scope[field];
    if (list === undefined) continue;
    if (Array.isArray(list) && list.every((each) => typeof each === 'string')) continue;
    throw invalid(
      `The scope's ${field} are not a list of texts. Expected an array such as ["list-zones"]; parseList makes one of a text.`,
      field,
    );
  }
}

function invalid(message: string, field = 'scope'): ExoIamError {
  return new ExoIamError('ERR_SCOPE_INVALID', message, { field });
}
