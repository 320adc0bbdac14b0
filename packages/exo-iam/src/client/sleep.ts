// Waiting, as an argument of everything that waits.
import { setTimeout as wait } from 'node:timers/promises';

/** Resolves after that many milliseconds; rejects with an `AbortError` when aborted. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

export const sleep: Sleep = async (ms, signal) => {
  await wait(ms, undefined, signal ? { signal } : {});
};
