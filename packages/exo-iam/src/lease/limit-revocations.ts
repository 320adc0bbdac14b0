// How many leases one sweep revokes. An attempt that fails gives its place to another lease, or a few
// that can never be revoked would keep every sweep from the rest.

/** Runs an attempt if there is a place for it; says `undefined` when there is none. */
export type Attempt = <T>(attempt: () => Promise<T>) => Promise<T | undefined>;

// So many attempts may fail for nothing. An API in trouble is not asked about thousands of leases then:
// attempts are never more than this and the places together.
const maxSpare = 20;

/** Limits attempts to `maxRevocations` that succeed. Callers over the limit wait for a free slot. */
export function limitRevocations(maxRevocations: number): Attempt {
  const left = { places: maxRevocations, spare: maxSpare };
  const running = new Set<Promise<unknown>>();
  const take = async <T>(attempt: () => Promise<T>): Promise<T> => {
    left.places -= 1;
    try {
      return await attempt();
    } catch (error) {
      if (left.spare > 0) {
        left.spare -= 1;
        left.places += 1;
      }
      throw error;
    }
  };
  return async (attempt) => {
    while (left.places === 0 && running.size > 0) await Promise.race(running);
    if (left.places === 0) return undefined;
    const taken = take(attempt);
    const end = taken.catch(() => {});
    running.add(end);
    try {
      return await taken;
    } finally {
      running.delete(end);
    }
  };
}
