// Revokes the key after the command, and keeps trying while there is no network.
import { hasCode, revoke, type Client, type LeaseRecord, type Revocation } from '@x/exo-iam';

import type { Context } from '../context.ts';
import { ExoLeaseError } from '../errors.ts';
import { messageOf } from '../message-of.ts';

const limitMs = 60_000;
const pauseMs = 2000;

/**
 * Tries for 60 seconds while the API cannot be reached or is in trouble. The second signal gives up.
 *
 * @throws {ExoLeaseError} `ERR_LEFT_BEHIND` naming what is left and until when.
 */
export async function endLease(
  context: Pick<Context, 'signals'>,
  client: Client,
  { record, tell }: { readonly record: LeaseRecord; readonly tell: (text: string) => void },
): Promise<Revocation> {
  const impatience = new AbortController();
  let signals = 0;
  context.signals.redirect(() => {
    signals += 1;
    if (signals > 1) impatience.abort();
    else tell('The key is being revoked. A second signal leaves it behind.');
  });
  const signal = AbortSignal.any([impatience.signal, AbortSignal.timeout(limitMs)]);
  const giveUpAt = client.now() + limitMs;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await revoke(client, record, { signal });
    } catch (error) {
      const isOver = signal.aborted || client.now() + pauseMs >= giveUpAt;
      if (isOver || !mayPass(error)) throw leftBehind(record, error);
      if (attempt === 0) tell(`The key cannot be revoked yet, trying again: ${messageOf(error)}`);
      await client.sleep(pauseMs, signal).catch(() => {});
    }
  }
}

function mayPass(error: unknown): boolean {
  return hasCode(
    error,
    'ERR_UNREACHABLE',
    'ERR_TIMEOUT',
    'ERR_SERVER',
    'ERR_RATE_LIMITED',
    'ERR_ANSWER_UNREADABLE',
  );
}

function leftBehind(record: LeaseRecord, cause: unknown): ExoLeaseError {
  const { apiKey, name, expiresAt, method } = record;
  const until = new Date(expiresAt * 1000).toISOString();
  const end =
    method === 'scoped-role'
      ? `The server refuses the key from ${until} on`
      : `Nothing but a sweep ends it, from ${until} on`;
  return new ExoLeaseError(
    'ERR_LEFT_BEHIND',
    `The key ${apiKey ?? ''} is left, by the name ${name}: ${messageOf(cause)} ${end}; the next exo-lease with the same parent key removes it, or: exo-lease revoke ${name}`,
    { cause },
  );
}
