// From operation names to what is known of them, refusing what neither the API nor S3 has.
import { fromLegacySosName } from '@x/exo-operations';

import { ExoIamError } from '../errors.ts';
import { didYouMean } from '../nearest-names.ts';
import { findKnownOperation, knownOperations, type KnownOperation } from './known-operation.ts';
import { visible } from './visible.ts';

export interface ResolvedOperations {
  readonly operations: readonly KnownOperation[];
  readonly notes: readonly string[];
}

/**
 * The operations of these names. Names of legacy access keys become today's, with a note.
 *
 * @throws {ExoIamError} `ERR_OPERATION_UNKNOWN` naming the unknown ones, ten at most, and what is near them.
 */
export function resolveOperations(names: readonly string[]): ResolvedOperations {
  const found: KnownOperation[] = [];
  const unknown: string[] = [];
  const notes: string[] = [];
  for (const name of names) {
    const today = fromLegacySosName(name);
    const operation = findKnownOperation(today ?? name);
    if (operation) found.push(operation);
    else unknown.push(name);
    if (today !== undefined) notes.push(`${name} is a name of legacy keys; it is ${today} today.`);
  }
  if (unknown.length > 0) {
    throw new ExoIamError(
      'ERR_OPERATION_UNKNOWN',
      `The API has no operation ${describe(unknown)}. Expected names of the API reference such as list-zones, or of S3 such as get-object; a name that does not exist would allow nothing. If the name is newer than this catalogue, use a policy instead.`,
      { field: 'operations' },
    );
  }
  return { operations: found, notes };
}

const maxNamed = 10;

function describe(unknown: readonly string[]): string {
  const named = unknown.slice(0, maxNamed).map((name) => `${visible(name)}${hintFor(name)}`);
  const rest = unknown.length - named.length;
  return `${named.join(', no ')}${rest > 0 ? `, and ${rest} more are unknown` : ''}`;
}

// A folded YAML block joins lines by spaces, and `\\n` in single quotes stays as it is.
function hintFor(name: string): string {
  return /\s|;|\\n/.test(name)
    ? ' (several names? Separate them by commas or line breaks: in YAML `operations: |`, not `>`)'
    : didYouMean(name, allNames);
}

const allNames = knownOperations.map(({ name }) => name);
