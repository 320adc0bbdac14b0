// Revokes the key after the command, and keeps trying while the network is down.
import type { Context } from '../context.ts';
import { messageOf } from '../message-of.ts';
import type { Ending } from './held-lease.ts';

const limitMs = 60_000;
const pauseMs = 2000;

export interface TryingOptions extends Pick<Context, 'now' | 'signals'> {
  readonly sleep: (durationMs: number, signal: AbortSignal) => Promise<void>;
  readonly tell: (text: string) => void;
}

/**
 * Retries for 60 seconds while a retry may succeed. A second signal stops this.
 *
 * @throws What `leftBehind` of the ending gives.
 */
export async function keepTrying(ending: Ending, options: TryingOptions): Promise<string> {
  const { signals, now, sleep, tell } = options;
  const impatience = new AbortController();
  let received = 0;
  signals.redirect(() => {
    received += 1;
    if (received > 1) impatience.abort();
    else tell('The key is being revoked. A second signal leaves it behind.');
  });
  const signal = AbortSignal.any([impatience.signal, AbortSignal.timeout(limitMs)]);
  const giveUpAt = now() + limitMs;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await ending.revoke(signal);
    } catch (error) {
      const isOver = signal.aborted || now() + pauseMs >= giveUpAt;
      if (isOver || !ending.mayPass(error)) throw ending.leftBehind(error);
      if (attempt === 0) tell(`The key cannot be revoked yet, trying again: ${messageOf(error)}`);
      await sleep(pauseMs, signal).catch(() => {});
    }
  }
}
