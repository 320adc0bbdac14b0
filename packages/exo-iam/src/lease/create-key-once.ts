// Makes a key whose secret is shown once: a lost answer is settled by its name, never by asking again blindly.
import type { CallOptions, Client } from '../client/create-client.ts';
import { ExoIamError, hasCode } from '../errors.ts';
import { isUncertain } from './is-uncertain.ts';

export interface KeyCreation<Key> extends CallOptions {
  readonly create: () => Promise<Key>;
  /** Removes every key of the intended name. */
  readonly removeAll: () => Promise<unknown>;
  /** Told that the answer was lost, before anything else is done. */
  readonly onLost: () => Promise<void>;
}

// A role just made may be unknown to `POST /api-key` for a moment.
const unknownRoleDelaysMs: readonly number[] = [250, 500, 1000, 2000, 4000];

/**
 * The key. When the answer is lost, whatever it made is removed and one more is asked for, once; while
 * the role is not found, it is asked for again.
 *
 * @throws What `create` threw last; once an answer was lost, always as uncertain.
 */
export async function createKeyOnce<Key>(
  client: Client,
  { create, removeAll, onLost, signal }: KeyCreation<Key>,
): Promise<Key> {
  let lostAnswer = false;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await create();
    } catch (error) {
      if (isUncertain(error) && !lostAnswer) {
        lostAnswer = true;
        await onLost();
        // When that fails, the lost answer is what the caller has to know of: it may have left a key.
        await removeAll().catch(() => {
          throw error;
        });
        continue;
      }
      const delayMs = unknownRoleDelaysMs[attempt];
      if (!hasCode(error, 'ERR_NOT_FOUND') || delayMs === undefined) {
        throw lostAnswer ? inDoubt(error) : error;
      }
      await client.sleep(delayMs, signal);
    }
  }
}

// The refusal is of the second request. What the first one asked for may still be made, after the list
// by which it was looked for.
function inDoubt(error: unknown): unknown {
  if (!(error instanceof ExoIamError) || error.uncertain) return error;
  const { code, message, status, operation, serviceClass } = error;
  const doubt = 'The response to an earlier request was lost, so a key may exist anyway.';
  const facts = { status, operation, serviceClass, uncertain: true, cause: error };
  return new ExoIamError(code, `${message} ${doubt}`, facts);
}
