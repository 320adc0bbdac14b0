// How long a lease lives, as people write it.
import { ExoIamError } from '../errors.ts';

const secondsOf = new Map([
  ['', 1],
  ['s', 1],
  ['m', 60],
  ['h', 3600],
]);
const shortestSeconds = 60;
const longestSeconds = 24 * 3600;

/**
 * Seconds from `15m`, `1h`, `90s` or plain seconds.
 *
 * @throws {ExoIamError} `ERR_TTL_INVALID` for no duration, less than a minute or more than 24 hours.
 */
export function parseTtl(text: string): number {
  const [, count, unit = ''] = /^\s*(\d{1,9})\s*([smh]?)\s*$/.exec(text) ?? [];
  const seconds = Number(count) * Number(secondsOf.get(unit));
  if (seconds >= shortestSeconds && seconds <= longestSeconds) return seconds;
  const problem = Number.isNaN(seconds) ? 'is no duration' : 'is out of range';
  throw new ExoIamError(
    'ERR_TTL_INVALID',
    `The ttl ${JSON.stringify(text)} ${problem}. Expected 60 seconds to 24 hours, such as "15m", "1h" or "900".`,
    { field: 'ttl' },
  );
}
