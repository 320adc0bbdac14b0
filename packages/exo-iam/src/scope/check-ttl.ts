// How long a deadline may be away. It becomes part of a CEL expression, and the API skips a rule that
// it cannot evaluate: a duration beyond what CEL can hold would be no deadline at all.
import { ExoIamError } from '../errors.ts';

const longestSeconds = 365 * 24 * 3600;

/** @throws {ExoIamError} `ERR_DURATION_INVALID` unless it is whole seconds, at least one and at most 365 days. */
export function checkTtl(ttlSeconds: number): void {
  if (Number.isInteger(ttlSeconds) && ttlSeconds >= 1 && ttlSeconds <= longestSeconds) return;
  throw new ExoIamError(
    'ERR_DURATION_INVALID',
    `The ttl is ${ttlSeconds} seconds. Expected a whole number from 1 to ${longestSeconds} (365 days); a server that cannot read it would enforce no deadline.`,
    { field: 'ttl' },
  );
}
