// Durations as people write them.
import { ExoIamError } from '../errors.ts';

/** The limits of a duration, and its name in errors. */
export interface DurationLimits {
  /** The input it comes from, for the error. */
  readonly field: string;
  readonly minSeconds: number;
  readonly maxSeconds: number;
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
 * @throws {ExoIamError} `ERR_DURATION_INVALID` if the text is not a duration, or outside the limits.
 */
export function parseDuration(text: string, limits: DurationLimits): number {
  const { field, minSeconds, maxSeconds } = limits;
  // Stryker disable next-line ArrayDeclaration: the first member is not read.
  const [, count, unit = ''] = /^\s*(\d{1,9})\s*([smh]?)\s*$/.exec(text) ?? [];
  const seconds = Number(count) * Number(secondsOf.get(unit));
  if (seconds >= minSeconds && seconds <= maxSeconds) return seconds;
  const problem = Number.isNaN(seconds) ? 'is not a duration' : 'is out of range';
  throw new ExoIamError(
    'ERR_DURATION_INVALID',
    `The ${field} ${JSON.stringify(text)} ${problem}. Expected ${minSeconds} seconds to ${maxSeconds / 3600} hours, such as "15m", "1h" or "900".`,
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
  return parseDuration(text, { field: 'ttl', minSeconds: 60, maxSeconds: 24 * 3600 });
}
