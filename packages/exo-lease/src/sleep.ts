// Waits.
import { setTimeout as delay } from 'node:timers/promises';

/** Rejects when the signal aborts. */
export async function sleep(durationMs: number, signal: AbortSignal): Promise<void> {
  await delay(durationMs, undefined, { signal });
}
