// Limits how many leases one sweep revokes. A failed attempt does not count, or a few leases that can
// never be revoked would block every sweep.

/** Runs an attempt if the limit allows it, else returns `undefined`. */
export type Attempt = <T>(attempt: () => Promise<T>) => Promise<T | undefined>;

// How many failed attempts do not count. This bounds all attempts to the limit plus this number, so that
// a broken API does not get requests for thousands of leases.
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
