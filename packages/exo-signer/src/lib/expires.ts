// When a signature ends. Implements docs/signing.md sections 2.6 and 5.
import { ExoSignerError } from '../errors.ts';
import type { SignOptions } from '../types.ts';

const defaultLifetimeSeconds = 600;

/** The expiry that the options ask for, in UNIX seconds. What they leave undefined the defaults say. */
export function resolveExpires(options: SignOptions = {}, defaults: SignOptions = {}): number {
  const lifetimeSeconds =
    options.lifetimeSeconds ?? defaults.lifetimeSeconds ?? defaultLifetimeSeconds;
  const now = options.now ?? defaults.now ?? Date.now;
  const expires = options.expires ?? defaults.expires;
  return assertExpires(expires ?? Math.floor(now() / 1000) + lifetimeSeconds);
}

/** @throws {ExoSignerError} `ERR_EXPIRES_INVALID` unless it is a safe integer. */
export function assertExpires(expires: number): number {
  if (Number.isSafeInteger(expires)) return expires;
  throw new ExoSignerError(
    'ERR_EXPIRES_INVALID',
    `The expiry ${String(expires)} is no whole number of UNIX seconds. Expected a safe integer, such as Math.floor(Date.now() / 1000) + 600.`,
  );
}
