// Removes a key without a role of its own. Only its name can reveal a second key.
import type { CallOptions, Client } from '../client/create-client.ts';
import { hasCode } from '../errors.ts';
import type { Revocable } from './journal.ts';
import { removeKeys, type KeyKind } from './remove-keys.ts';
import type { Revocation } from './revocation.ts';

/**
 * Removes the key by its id, or by its name if the id is not known. A lost response can leave a second
 * key, so in that case also looks for the name. If the API refuses that after the known key is gone, the
 * refusal is the `doubt` of the result and not an error.
 */
export async function removeLoneKey(
  client: Client,
  kind: KeyKind,
  { record, ...options }: CallOptions & { readonly record: Revocable },
): Promise<Pick<Revocation, 'key' | 'role' | 'doubt'>> {
  const { name, apiKey, uncertain = false } = record;
  const key = await removeKeys(client, kind, { ...options, name, apiKey });
  if (apiKey === undefined || !uncertain) return { key, role: 'kept' };
  try {
    const others = await removeKeys(client, kind, { ...options, name });
    return { key: key === 'deleted' ? key : others, role: 'kept' };
  } catch (error) {
    if (!hasCode(error, 'ERR_POLICY_DENIED', 'ERR_FORBIDDEN')) throw error;
    return { key, role: 'kept', doubt: error };
  }
}
