// Refuses what the types forbid, for callers that do not use them: a text instead of a list would be read
// letter by letter.
import { ExoIamError } from '../errors.ts';
import type { ScopeParts } from './refuse-conflicts.ts';

const lists = ['operations', 'tags', 'resources'];
const others = ['policy', 'template', 'role'];
const polling: readonly unknown[] = ['auto', 'allow', 'deny'];

/**
 * @throws {ExoIamError} `ERR_SCOPE_INVALID` for a scope that is not an object, a member with a wrong value, or
 *   an unknown member: ignored, a misspelt limit would leave the key more than was meant.
 */
export function refuseMisshapen(scope: ScopeParts | undefined): asserts scope {
  if (typeof scope !== 'object' || scope === null) {
    throw invalid('The scope is not an object. Expected { operations: ["list-zones"] }.');
  }
  for (const [field, value] of Object.entries<unknown>(scope)) {
    if (isExpected(field, value)) continue;
    throw invalid(
      `The scope's ${field} is unknown or invalid. Expected lists of texts, getOperation ${polling.join('|')}, or ${others.join()}.`,
      field,
    );
  }
}

function isExpected(field: string, value: unknown): boolean {
  if (others.includes(field)) return true;
  const isList = lists.includes(field);
  if (value === undefined) return isList || field === 'getOperation';
  if (!isList) return field === 'getOperation' && polling.includes(value);
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function invalid(message: string, field = 'scope'): ExoIamError {
  return new ExoIamError('ERR_SCOPE_INVALID', message, { field });
}
