// Limits the ttl. It becomes part of a CEL expression, and the API skips a rule that it cannot evaluate:
// a duration that CEL cannot hold would mean that the key has no deadline.
import { ExoIamError } from '../errors.ts';

const maxSeconds = 365 * 24 * 3600;

/** @throws {ExoIamError} `ERR_DURATION_INVALID` unless it is whole seconds, at least one and at most 365 days. */
export function checkTtl(ttlSeconds: number): void {
  if (Number.isInteger(ttlSeconds) && ttlSeconds >= 1 && ttlSeconds <= maxSeconds) return;
  throw new ExoIamError(
    'ERR_DURATION_INVALID',
    `The ttl is ${ttlSeconds} seconds. Expected a whole number from 1 to ${maxSeconds} (365 days), since the server ignores a deadline that it cannot evaluate.`,
    { field: 'ttl' },
  );
}
