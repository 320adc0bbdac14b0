// Waits until the API accepts a new key, and lets it do what its scope grants.
import { findOperation } from '@x/exo-operations';

import type { CallOptions, Client } from '../client/create-client.ts';
import { ExoIamError, hasCode, type ExoIamErrorCode } from '../errors.ts';
import { getApiKey } from '../resources/api-key.ts';
import type { Lease } from './mint.ts';

const delaysMs: readonly number[] = [250, 500, 1000, 2000, 4000, 7000];

// What may still change while the API spreads the news of a key and its role.
const transient = ['ERR_SIGNATURE_REFUSED', 'ERR_FORBIDDEN', 'ERR_POLICY_DENIED'] as const;

/**
 * Calls with the new key until the API accepts it. Waits at most 15 seconds in total.
 *
 * The call is a reading operation that the scope grants, so a policy that the API cannot evaluate shows
 * here. If the scope names none, the key asks about itself, and a denial proves that the API knows it.
 *
 * @param client Signs with the minted key.
 * @throws {ExoIamError} `ERR_KEY_NOT_ACCEPTED`.
 */
export async function verifyKey(
  client: Client,
  lease: Pick<Lease, 'apiKey' | 'method' | 'scope'>,
  { signal }: CallOptions = {},
): Promise<void> {
  const probe = grantedReading(lease);
  const call = (): Promise<unknown> =>
    probe === undefined
      ? getApiKey(client, lease.apiKey, { signal })
      : client.request(probe, { signal });
  for (const delayMs of [...delaysMs, undefined]) {
    try {
      await call();
      return;
    } catch (error) {
      if (probe === undefined && hasCode(error, ...proofsOfKey(lease))) return;
      if (!hasCode(error, ...transient)) throw error;
      if (delayMs === undefined) throw notAccepted(lease.apiKey, error);
      await client.sleep(delayMs, signal);
    }
  }
}

// The client sends list-zones unsigned, and what has a parameter needs a resource that may not exist.
function grantedReading({ scope }: Pick<Lease, 'scope'>): string | undefined {
  const granted = Object.values(scope?.operations ?? {}).flat();
  return granted.find((name) => {
    const operation = findOperation(name);
    return operation?.method === 'GET' && name !== 'list-zones' && !operation.path.includes('{');
  });
}

// These errors prove that the API knows the key: its policy does not allow the call, or it is a session,
// which the API does not list as a key. The refusal of a legacy key has no text of its own.
function proofsOfKey({ method }: Pick<Lease, 'method'>): readonly ExoIamErrorCode[] {
  const proofs = ['ERR_POLICY_DENIED', 'ERR_NOT_FOUND', 'ERR_NOT_IN_ORGANIZATION'] as const;
  return method === 'access-key' ? [...proofs, 'ERR_FORBIDDEN'] : proofs;
}

function notAccepted(apiKey: string, cause: ExoIamError): ExoIamError {
  const said = hasCode(cause, 'ERR_POLICY_DENIED')
    ? `The API accepts the new key ${apiKey}, but after 15 seconds its policy still denies ${cause.operation}, which the scope grants. The API may not be able to evaluate the deadline in class ${cause.serviceClass}. The job does not get the key. If this happens again, try the lenient deadline, and report it.`
    : `The API still refuses the new key ${apiKey} after 15 seconds. Expected the key to work at once, so the job does not get it. Run the job again.`;
  return new ExoIamError('ERR_KEY_NOT_ACCEPTED', said, { cause });
}
