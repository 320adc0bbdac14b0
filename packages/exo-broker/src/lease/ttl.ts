// The lifetime of a lease: the requested one, up to the limit of the rule.
import { hasCode, parseTtl } from '@x/exo-iam';

import { BrokerError } from '../errors.ts';

const defaultTtlSeconds = 15 * 60;

/** @throws {BrokerError} `ERR_REQUEST_INVALID`, `ERR_TTL`. */
export function ttlWithin(maxTtlSeconds: number, text: string | undefined): number {
  if (text === undefined) return Math.min(defaultTtlSeconds, maxTtlSeconds);
  const seconds = parse(text);
  if (seconds <= maxTtlSeconds) return seconds;
  throw new BrokerError(
    'ERR_TTL',
    `The ttl is ${seconds} seconds, and the rule allows ${maxTtlSeconds}. Ask for less, or have max-ttl raised.`,
  );
}

function parse(text: string): number {
  try {
    return parseTtl(text);
  } catch (error) {
    if (!hasCode(error, 'ERR_DURATION_INVALID')) throw error;
    throw new BrokerError('ERR_REQUEST_INVALID', error.message, { cause: error });
  }
}
