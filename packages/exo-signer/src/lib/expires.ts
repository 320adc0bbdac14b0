// When a signature ends. Implements docs/signing.md sections 2.6 and 5.
import { ExoSignerError } from '../errors.ts';
import { type SignOptions } from '../types.ts';

const defaultLifetimeSeconds = 600;

// The last second of the year 9999. A time in milliseconds is above it since 1978, and a signature
// with such an expiry would be valid for tens of thousands of years.
const maxExpires = 253_402_300_799;

/** The expiry that the options ask for, in UNIX seconds. Undefined options fall back to `defaults`. */
export function resolveExpires(options: SignOptions = {}, defaults: SignOptions = {}): number {
  const expires = options.expires ?? defaults.expires;
  if (expires !== undefined) return expires;
  const now = options.now ?? defaults.now ?? Date.now;
  const lifetimeSeconds =
    options.lifetimeSeconds ?? defaults.lifetimeSeconds ?? defaultLifetimeSeconds;
  return Math.floor(now() / 1000) + lifetimeSeconds;
}

/** @throws {ExoSignerError} `ERR_EXPIRES_INVALID` unless it is a whole number up to the year 9999. */
export function assertExpires(expires: number): void {
  if (Number.isSafeInteger(expires) && expires <= maxExpires) return;
  throw new ExoSignerError(
    'ERR_EXPIRES_INVALID',
    `The expiry ${String(expires)} is not a time in UNIX seconds. Expected a whole number of seconds (not milliseconds), such as Math.floor(Date.now() / 1000) + 600.`,
  );
}
