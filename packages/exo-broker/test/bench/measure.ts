// Times of something that is done many times.

export interface Times {
  readonly aSecond: number;
  readonly medianMs: number;
  readonly p99Ms: number;
}

/** Runs `each` that many times, on several lines at once. */
export async function measure(
  count: number,
  each: (index: number) => Promise<unknown>,
  { lines = 1 }: { readonly lines?: number } = {},
): Promise<Times> {
  const taken: number[] = [];
  const startedAt = performance.now();
  let next = 0;
  const line = async (): Promise<void> => {
    while (next < count) {
      const at = performance.now();
      await each(next++);
      taken.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: lines }, line));
  return toTimes(taken, performance.now() - startedAt);
}

export function toTimes(taken: readonly number[], totalMs: number): Times {
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.floor(sorted.length * part)] ?? 0;
  const round = (value: number): number => Math.round(value * 10) / 10;
  return {
    aSecond: round(taken.length / (totalMs / 1000)),
    medianMs: round(at(0.5)),
    p99Ms: round(at(0.99)),
  };
}
