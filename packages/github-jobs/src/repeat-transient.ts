// Repeats a request that reads, where GitHub failed in a way that passes. Octokit's plugin for it waits up to
// nine seconds without a signal and brings a queue of its own into every bundle.
import { setTimeout } from 'node:timers/promises';

import { isUntrusted, responseOf } from './explain-refusal.ts';

/** Waits that long. Rejects once the signal aborts. */
export type Sleep = (ms: number, signal: AbortSignal | undefined) => Promise<void>;

export interface RepeatOptions {
  /** Whether an error is final although it looks transient. */
  readonly isFinal: (error: unknown) => boolean;
  readonly sleep?: Sleep | undefined;
  readonly signal?: AbortSignal | undefined;
}

const waitsMs = [500, 2000];
// A server that wants a longer pause than this is not waited for: the next sweep asks again.
const maxRetryAfterMs = 10_000;

/**
 * Calls `send` up to three times, while GitHub answers with 5xx or the connection fails.
 *
 * @throws What `send` threw last.
 */
export async function repeatTransient<T>(
  send: () => Promise<T>,
  { isFinal, sleep = sleepFor, signal }: RepeatOptions,
): Promise<T> {
  for (const waitMs of waitsMs) {
    try {
      return await send();
    } catch (error) {
      const pauseMs = Math.max(waitMs, retryAfterMs(error));
      if (!isTransient(error) || isFinal(error) || pauseMs > maxRetryAfterMs) throw error;
      await sleep(pauseMs, signal);
    }
  }
  return send();
}

function sleepFor(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return setTimeout(ms, undefined, signal && { signal });
}

function isTransient(error: unknown): boolean {
  const response = responseOf(error);
  return response ? response.status >= 500 : !isUntrusted(error);
}

// GitHub sends seconds. Anything else is not followed.
function retryAfterMs(error: unknown): number {
  const text = responseOf(error)?.headers['retry-after'] ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) * 1000 : 0;
}
