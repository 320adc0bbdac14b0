// Takes a lease back: the key first, since a role with a key attached cannot be deleted.
import type { CallOptions, Client } from '../client/create-client.ts';
import { hasCode } from '../errors.ts';
import { deleteIamRole, listIamRoles } from '../resources/iam-role.ts';
import type { LeaseRecord } from './journal.ts';
import { accessKeys, apiKeys, removeKeys, unlessGone, type Removal } from './remove-keys.ts';

/** What became of a lease. */
export interface Revocation {
  /** `expires` for an assumed role: the server ends it, nobody can end it sooner. */
  readonly key: Removal | 'expires';
  /** `kept` for a role that was not made for the lease, or none. */
  readonly role: Removal | 'kept';
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
  const { method, name, apiKey } = record;
  const selection = { ...options, name, apiKey };
  if (method === 'assume-role') return { key: 'expires', role: 'kept' };
  const kind = method === 'access-key' ? accessKeys : apiKeys;
  const key = await removeKeys(client, kind, selection);
  // Nothing but the name gives a second key away, as a lost answer can leave one. Of a scoped role it is
  // the role that cannot be deleted.
  if (method !== 'scoped-role' && apiKey !== undefined) {
    const others = await removeKeys(client, kind, { ...options, name });
    return { key: key === 'deleted' ? key : others, role: 'kept' };
  }
  return {
    key,
    role: method === 'scoped-role' ? await removeRoles(client, record, options) : 'kept',
  };
}

async function removeRoles(
  client: Client,
  { name, roleId }: LeaseRecord,
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

// A role may count as attached for a moment after its key is gone.
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
      // A key whose answer was lost can turn up late; only one of our name is ours to delete.
      await removeKeys(client, apiKeys, { ...options, name });
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
