// When a request is sent again, and after how long. How often depends on the time that is left.

export interface Failure {
  /** The HTTP status, or undefined without a response. */
  readonly status?: number;
  /** True when the request certainly did not reach the server. */
  readonly notSent?: boolean;
  /** True when the next attempt would end as this one did. */
  readonly permanent?: boolean;
  /** The `Retry-After` header. */
  readonly retryAfter?: string | null;
}

const transientStatuses: readonly number[] = [408, 429, 500, 502, 503, 504];

/**
 * Whether to try again. A method that is not idempotent is repeated only when the first request
 * certainly had no effect: a second `POST /api-key` would make a second key.
 */
export function isRetryable(
  { status, notSent = false, permanent = false }: Failure,
  { idempotent }: { readonly idempotent: boolean },
): boolean {
  if (permanent) return false;
  if (idempotent) return status === undefined || transientStatuses.includes(status);
  return status === 429 || notSent;
}

// Doubled at each attempt, up to the maximum.
const baseDelayMs = 200;
const maxDelayMs = 5000;

/**
 * How long to wait before the next attempt, in milliseconds: exponential with full jitter, or what
 * `Retry-After` says (RFC 9110 section 10.2.3, seconds or a date) if that is longer.
 *
 * @param attempt Counted from 0.
 * @param clock `now` in milliseconds and a `random` number in [0, 1).
 */
export function retryDelayMs(
  failure: Failure,
  attempt: number,
  clock: { readonly now: number; readonly random: number },
): number {
  const asked = failure.retryAfter ? parseRetryAfter(failure.retryAfter, clock.now) : 0;
  return Math.max(asked, clock.random * Math.min(maxDelayMs, baseDelayMs * 2 ** attempt));
}

function parseRetryAfter(value: string, now: number): number {
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? 0 : ms;
}
