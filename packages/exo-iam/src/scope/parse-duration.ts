// Durations as people write them.
import { ExoIamError } from '../errors.ts';

/** What is taken for a duration, and how to call it. */
export interface DurationLimits {
  /** The input it comes from, for the error. */
  readonly field: string;
  readonly shortestSeconds: number;
  readonly longestSeconds: number;
}

const secondsOf = new Map([
  ['', 1],
  ['s', 1],
  ['m', 60],
  ['h', 3600],
]);

/**
 * Seconds from `15m`, `1h`, `90s` or plain seconds.
 *
 * @throws {ExoIamError} `ERR_DURATION_INVALID` for no duration, or one outside the limits.
 */
export function parseDuration(text: string, limits: DurationLimits): number {
  const { field, shortestSeconds, longestSeconds } = limits;
  const [, count, unit = ''] = /^\s*(\d{1,9})\s*([smh]?)\s*$/.exec(text) ?? [];
  const seconds = Number(count) * Number(secondsOf.get(unit));
  if (seconds >= shortestSeconds && seconds <= longestSeconds) return seconds;
  const problem = Number.isNaN(seconds) ? 'is no duration' : 'is out of range';
  throw new ExoIamError(
    'ERR_DURATION_INVALID',
    `The ${field} ${JSON.stringify(text)} ${problem}. Expected ${shortestSeconds} seconds to ${longestSeconds / 3600} hours, such as "15m", "1h" or "900".`,
    { field },
  );
}

/**
 * How long a lease lives, in seconds, from `15m`, `1h`, `90s` or plain seconds.
 *
 * @throws {ExoIamError} `ERR_DURATION_INVALID` for text that is not a duration, less than a minute or more
 *   than 24 hours.
 */
export function parseTtl(text: string): number {
  return parseDuration(text, { field: 'ttl', shortestSeconds: 60, longestSeconds: 24 * 3600 });
}
