// When a request is sent again, and after how long.

export interface Failure {
  /** The HTTP status, or undefined when there was no answer. */
  readonly status?: number;
  /** The system's code of a connection failure, `ECONNREFUSED` for example. */
  readonly systemCode?: string;
  /** The `Retry-After` header. */
  readonly retryAfter?: string | null;
}

const transientStatuses: readonly number[] = [408, 429, 500, 502, 503, 504];

// With full jitter, five attempts take three seconds on average.
const mostAttempts = 5;

const neverSent: readonly string[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

/** Whether the request has certainly not reached anyone. */
export function wasNeverSent({ systemCode }: Failure): boolean {
  return systemCode !== undefined && neverSent.includes(systemCode);
}

/**
 * Whether to try again, up to five attempts in all. A method that is not idempotent is repeated only
 * when the first request certainly had no effect: a second `POST /api-key` would make a second key.
 *
 * @param request `attempt` is counted from 0.
 */
export function isRetryable(
  failure: Failure,
  { attempt, idempotent }: { readonly attempt: number; readonly idempotent: boolean },
): boolean {
  const { status } = failure;
  if (attempt + 1 >= mostAttempts) return false;
  if (idempotent) return status === undefined || transientStatuses.includes(status);
  return status === 429 || wasNeverSent(failure);
}

// Doubled at each attempt: with so few of them, 1.6 s at most.
const baseDelayMs = 200;

/**
 * How long to wait before the next attempt, in milliseconds: what `Retry-After` says (RFC 9110 section
 * 10.2.3, seconds or a date), else exponential with full jitter.
 *
 * @param attempt Counted from 0.
 * @param clock `now` in milliseconds and a `random` number in [0, 1).
 */
export function retryDelayMs(
  failure: Failure,
  attempt: number,
  clock: { readonly now: number; readonly random: number },
): number {
  const asked = failure.retryAfter ? parseRetryAfter(failure.retryAfter, clock.now) : undefined;
  return asked ?? clock.random * baseDelayMs * 2 ** attempt;
}

function parseRetryAfter(value: string, now: number): number | undefined {
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
