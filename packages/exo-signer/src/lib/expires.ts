// When a signature ends. Implements docs/signing.md sections 2.6 and 5.
import { ExoSignerError } from '../errors.ts';
import { type SignOptions } from '../types.ts';

const defaultLifetimeSeconds = 600;

// The last second of the year 9999. A time in milliseconds is above it since 1978, and a signature
// with such an expiry would be valid for tens of thousands of years.
const maxExpires = 253_402_300_799;

/** The expiry that the options ask for, in UNIX seconds. Undefined options fall back to `defaults`. */
export function resolveExpires(options?: SignOptions, defaults?: SignOptions): number {
  const expires = options?.expires ?? defaults?.expires;
  if (expires !== undefined) return expires;
  const now: unknown = options?.now ?? defaults?.now ?? Date.now;
  const time: unknown = typeof now === 'function' && now();
  const lifetimeSeconds: unknown =
    options?.lifetimeSeconds ?? defaults?.lifetimeSeconds ?? defaultLifetimeSeconds;
  // Arithmetic with anything else throws, or joins texts.
  const areNumbers = typeof time === 'number' && typeof lifetimeSeconds === 'number';
  return areNumbers ? Math.floor(time / 1000) + lifetimeSeconds : NaN;
}

/** @throws {ExoSignerError} `ERR_EXPIRES_INVALID` unless it is a whole number up to the year 9999. */
export function assertExpires(expires: number): void {
  if (Number.isSafeInteger(expires) && expires <= maxExpires) return;
  throw new ExoSignerError(
    'ERR_EXPIRES_INVALID',
    'The expiry is not a time in UNIX seconds. Expected whole seconds, and milliseconds from `now()`.',
  );
}
