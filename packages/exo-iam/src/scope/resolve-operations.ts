// From operation names to the catalogue's entries, refusing what the API does not have.
import { findOperation, operations, type Operation } from '@x/exo-operations';

import { ExoIamError } from '../errors.ts';
import { nearestNames } from './nearest-names.ts';

/**
 * The operations of these names.
 *
 * @throws {ExoIamError} `ERR_OPERATION_UNKNOWN` naming every unknown one and what is near it.
 */
export function resolveOperations(names: readonly string[]): Operation[] {
  const found: Operation[] = [];
  const unknown: string[] = [];
  for (const name of names) {
    const operation = findOperation(name);
    if (operation) found.push(operation);
    else unknown.push(describe(name));
  }
  if (unknown.length > 0) {
    throw new ExoIamError(
      'ERR_OPERATION_UNKNOWN',
      `The API has no operation ${unknown.join(', no ')}. Expected names of the API reference, such as list-zones; a name that does not exist would allow nothing.`,
      { field: 'operations' },
    );
  }
  return found;
}

function describe(name: string): string {
  const near = nearestNames(
    name,
    operations.map((operation) => operation.name),
  );
  const hint = near.length > 0 ? ` (did you mean ${near.join(' or ')}?)` : '';
  return `${JSON.stringify(name)}${hint}`;
}
