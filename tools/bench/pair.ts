// Compares a subject with a floor in short rounds, one right after the other.

/** What is measured. A promise is awaited. */
export type Subject = () => unknown;

/** Medians over the rounds. `ratio` is the median of the ratios of each round. */
export interface Comparison {
  readonly subjectUs: number;
  readonly floorUs: number;
  readonly ratio: number;
}

/**
 * The floor is measured before and after the subject in each round, so that a machine that gets slower
 * or faster meanwhile does not favor one. The first round is a warm-up and is not counted.
 */
export async function compare(
  { subject, floor }: { readonly subject: Subject; readonly floor: Subject },
  { rounds, calls }: { readonly rounds: number; readonly calls: number },
): Promise<Comparison> {
  const counted: Comparison[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const before = await microseconds(floor, calls);
    const subjectUs = await microseconds(subject, calls);
    const after = await microseconds(floor, calls);
    const floorUs = (before + after) / 2;
    if (round > 0) counted.push({ subjectUs, floorUs, ratio: subjectUs / floorUs });
  }
  return {
    subjectUs: median(counted.map((each) => each.subjectUs)),
    floorUs: median(counted.map((each) => each.floorUs)),
    ratio: median(counted.map((each) => each.ratio)),
  };
}

async function microseconds(subject: Subject, calls: number): Promise<number> {
  const isAsync = subject() instanceof Promise;
  const start = performance.now();
  for (let call = 0; call < calls; call += 1) {
    const result = subject();
    // Awaiting a value would add a turn of the microtask queue to the synchronous ways.
    if (isAsync) await result;
  }
  return ((performance.now() - start) * 1000) / calls;
}

function median(list: readonly number[]): number {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
