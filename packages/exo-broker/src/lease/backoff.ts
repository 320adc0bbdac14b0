// When to retry a failed revocation: until it succeeds, at least every ten minutes.
import type { LeaseTimes } from './times.ts';

/** From this attempt on, the lease counts as stuck. */
export const stuckAfterAttempts = 6;

export interface BackoffOptions {
  readonly times: Pick<LeaseTimes, 'shortestBackoffMs' | 'longestBackoffMs'>;
  /** In [0, 1). */
  readonly random: number;
}

/** The wait after `attempts` attempts, in milliseconds: doubled each time, half of it random. */
export function backoffMs(attempts: number, { times, random }: BackoffOptions): number {
  const { shortestBackoffMs, longestBackoffMs } = times;
  const doubled = shortestBackoffMs * 2 ** Math.min(Math.max(attempts - 1, 0), 30);
  const bound = Math.min(doubled, longestBackoffMs);
  return Math.max(shortestBackoffMs, Math.round(bound * (0.5 + random / 2)));
}
