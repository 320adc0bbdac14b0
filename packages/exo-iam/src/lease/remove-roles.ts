// Removes the role that was made for a lease, once its key is gone.
import type { CallOptions, Client } from '../client/create-client.ts';
import { hasCode } from '../errors.ts';
import { deleteIamRole, listIamRoles } from '../resources/iam-role.ts';
import type { Revocable } from './journal.ts';
import { apiKeys, removeKeys, unlessGone, type Removal } from './remove-keys.ts';

/** Removes the role by its id, or every role of exactly that name where the id is not known. */
export async function removeRoles(
  client: Client,
  { name, roleId }: Revocable,
  options: CallOptions,
): Promise<Removal> {
  const ids =
    roleId === undefined
      ? (await listIamRoles(client, options))
          .filter((role) => role.name === name)
          .map(({ id }) => id)
      : [roleId];
  const removals = ids.map((id) => removeRole(client, { id, name }, options));
  return (await Promise.all(removals)).includes('deleted') ? 'deleted' : 'gone';
}

// For a moment after its key is gone, a role may still count as attached.
const attachedRoleDelaysMs: readonly number[] = [250, 500, 1000, 2000];

async function removeRole(
  client: Client,
  { id, name }: { readonly id: string; readonly name: string },
  options: CallOptions,
): Promise<Removal> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await unlessGone(() => deleteIamRole(client, id, options));
    } catch (error) {
      const delayMs = attachedRoleDelaysMs[attempt];
      if (delayMs === undefined || !mayBeAttached(error)) throw error;
      // If the response for a key was lost, the key can appear late. Only keys of this name are deleted.
      await removeKeys(client, apiKeys, { ...options, name });
      await client.sleep(delayMs, options.signal);
    }
  }
}

// The refusal of the API is not documented, so every plain refusal counts.
function mayBeAttached(error: unknown): boolean {
  return hasCode(
    error,
    'ERR_CONFLICT',
    'ERR_REQUEST_REFUSED',
    'ERR_FORBIDDEN',
    'ERR_OPERATION_FAILED',
  );
}
