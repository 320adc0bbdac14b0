// The time of a phase, shared by every request in it. By a clock that is never set.

/** How much time is left, and how often a request may be tried in it. */
export interface Budget {
  /** In milliseconds; zero or less when it is used up. */
  readonly leftMs: () => number;
  /** Attempts of one request. Default as many as the time allows. */
  readonly maxAttempts?: number | undefined;
}

/** Limits of a budget beside its time. */
export interface BudgetOptions {
  /** Attempts of one request. Default as many as the time allows. */
  readonly maxAttempts?: number | undefined;
}

/** A budget that begins now. `elapsed` is a monotonic clock in milliseconds. */
export function createBudget(
  ms: number,
  elapsed: () => number,
  { maxAttempts }: BudgetOptions = {},
): Budget {
  const endsAt = elapsed() + ms;
  return { leftMs: () => endsAt - elapsed(), maxAttempts };
}
