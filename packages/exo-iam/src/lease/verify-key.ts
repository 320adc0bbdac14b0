// Waits until the API accepts a new key.
import type { Client } from '../client/create-client.ts';
import { ExoIamError, hasCode } from '../errors.ts';
import { getApiKey } from '../resources/api-key.ts';

const delaysMs: readonly number[] = [250, 500, 1000, 2000, 4000, 7000];

// These errors prove that the API knows the key: its policy does not allow the call, or it is a session,
// which the API does not list as a key.
const proofs = ['ERR_POLICY_DENIED', 'ERR_NOT_FOUND', 'ERR_NOT_IN_ORGANIZATION'] as const;

/**
 * Calls with the new key until the API accepts its signature. Waits at most 15 seconds in total.
 *
 * @param client Signs with the minted key.
 * @throws {ExoIamError} `ERR_KEY_NOT_ACCEPTED`.
 */
export async function verifyKey(
  client: Client,
  apiKey: string,
  signal: AbortSignal,
): Promise<void> {
  for (const delayMs of [...delaysMs, undefined]) {
    try {
      await getApiKey(client, apiKey, { signal });
      return;
    } catch (error) {
      if (hasCode(error, ...proofs)) return;
      if (!hasCode(error, 'ERR_SIGNATURE_REFUSED', 'ERR_FORBIDDEN')) throw error;
      if (delayMs === undefined) throw notAccepted(apiKey, error);
      await client.sleep(delayMs, signal);
    }
  }
}

function notAccepted(apiKey: string, cause: unknown): ExoIamError {
  return new ExoIamError(
    'ERR_KEY_NOT_ACCEPTED',
    `The API still refuses the new key ${apiKey} after 15 seconds. Expected the key to work at once, so the job does not get it. Run the job again.`,
    { cause },
  );
}
