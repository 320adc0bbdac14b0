// How long a lease lives, as people write it.
import { parseDuration } from '../scope/parse-duration.ts';

/**
 * Seconds from `15m`, `1h`, `90s` or plain seconds.
 *
 * @throws {ExoIamError} `ERR_DURATION_INVALID` for no duration, less than a minute or more than 24 hours.
 */
export function parseTtl(text: string): number {
  return parseDuration(text, { field: 'ttl', shortestSeconds: 60, longestSeconds: 24 * 3600 });
}
