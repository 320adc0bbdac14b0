// Takes a lease back: the key first, since a role with a key attached cannot be deleted.
import { deleteApiKey, listApiKeys } from '../client/api-key.ts';
import type { CallOptions, Client } from '../client/create-client.ts';
import { deleteIamRole, listIamRoles } from '../client/iam-role.ts';
import { hasCode } from '../errors.ts';
import type { LeaseRecord } from './journal.ts';

/** What became of each thing: `deleted` by this call, or `gone` before it. */
export interface Revocation {
  readonly key: 'deleted' | 'gone';
  readonly role: 'deleted' | 'gone';
}

/**
 * Removes whatever a lease has left, from any stage of its journal: by id where the id is known, else by
 * name. What is gone already is no error.
 *
 * @throws {ExoIamError} When something is still there and could not be removed.
 */
export async function revoke(
  client: Client,
  record: LeaseRecord,
  options: CallOptions = {},
): Promise<Revocation> {
  const { name, apiKey, roleId } = record;
  const key =
    apiKey === undefined
      ? await deleteKeysNamed(client, name, options)
      : await unlessGone(() => deleteApiKey(client, apiKey, options));
  const ids = roleId === undefined ? await roleIdsNamed(client, name, options) : [roleId];
  const roles = await Promise.all(ids.map((id) => deleteRole(client, { id, name }, options)));
  return { key, role: roles.includes('deleted') ? 'deleted' : 'gone' };
}

/** Deletes every key of exactly that name. */
export async function deleteKeysNamed(
  client: Client,
  name: string,
  options: CallOptions = {},
): Promise<'deleted' | 'gone'> {
  const keys = (await listApiKeys(client, options)).filter((key) => key.name === name);
  const deletions = keys.map(({ key }) => unlessGone(() => deleteApiKey(client, key, options)));
  return (await Promise.all(deletions)).includes('deleted') ? 'deleted' : 'gone';
}

// A role may count as attached for a moment after its key is gone.
const attachedRoleDelaysMs: readonly number[] = [250, 500, 1000, 2000];

async function deleteRole(
  client: Client,
  role: { readonly id: string; readonly name: string },
  options: CallOptions,
): Promise<'deleted' | 'gone'> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await unlessGone(() => deleteIamRole(client, role.id, options));
    } catch (error) {
      const delayMs = attachedRoleDelaysMs[attempt];
      if (delayMs === undefined || !mayBeAttached(error)) throw error;
      // A key whose answer was lost can turn up late; only one of our name is ours to delete.
      await deleteKeysNamed(client, role.name, options);
      await client.sleep(delayMs, options.signal);
    }
  }
}

// How the API words its refusal is not documented, so every plain refusal counts.
function mayBeAttached(error: unknown): boolean {
  return hasCode(
    error,
    'ERR_CONFLICT',
    'ERR_REQUEST_REFUSED',
    'ERR_FORBIDDEN',
    'ERR_OPERATION_FAILED',
  );
}

async function roleIdsNamed(client: Client, name: string, options: CallOptions): Promise<string[]> {
  const roles = await listIamRoles(client, options);
  return roles.filter((role) => role.name === name).map(({ id }) => id);
}

async function unlessGone(remove: () => Promise<void>): Promise<'deleted' | 'gone'> {
  try {
    await remove();
    return 'deleted';
  } catch (error) {
    if (hasCode(error, 'ERR_NOT_FOUND', 'ERR_NOT_IN_ORGANIZATION')) return 'gone';
    throw error;
  }
}
