// Creates a key whose secret the API shows only once. If the response is lost, finds the key by name and
// removes it; never retries blindly.
import type { CallOptions, Client } from '../client/create-client.ts';
import { ExoIamError, hasCode } from '../errors.ts';
import { isUncertain } from './is-uncertain.ts';

export interface KeyCreation<Key> extends CallOptions {
  readonly create: () => Promise<Key>;
  /** Removes every key of the intended name. */
  readonly removeAll: () => Promise<unknown>;
  /** Called when the response was lost, before anything else is done. */
  readonly onLost: () => Promise<void>;
}

// A role just made may be unknown to `POST /api-key` for a moment.
const unknownRoleDelaysMs: readonly number[] = [250, 500, 1000, 2000, 4000];

/**
 * Creates the key. If the response is lost, removes what the request may have created and tries once
 * more. Also retries while the API does not find the role.
 *
 * @throws The last error of `create`. Always uncertain if a response was lost.
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
        // If that fails too, the caller needs the first error: the lost request may have left a key.
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

// Only the second request was refused. The first one may still create its key, after the list was read
// that was used to look for it.
function inDoubt(error: unknown): unknown {
  if (!(error instanceof ExoIamError) || error.uncertain) return error;
  const { code, message, status, operation, serviceClass } = error;
  const doubt = 'The response to an earlier request was lost, so a key may exist anyway.';
  const facts = { status, operation, serviceClass, uncertain: true, cause: error };
  return new ExoIamError(code, `${message} ${doubt}`, facts);
}
