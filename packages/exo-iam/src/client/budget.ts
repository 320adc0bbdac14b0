// The time of a phase, shared by every request in it. By a clock that is never set.

/** How much time is left. */
export interface Budget {
  /** In milliseconds; zero or less when it is used up. */
  readonly leftMs: () => number;
}

/** A budget that begins now. `elapsed` is a monotonic clock in milliseconds. */
export function createBudget(ms: number, elapsed: () => number): Budget {
  const endsAt = elapsed() + ms;
  return { leftMs: () => endsAt - elapsed() };
}
