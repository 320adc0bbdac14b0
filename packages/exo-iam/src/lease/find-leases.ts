import type { CallOptions, Client } from '../client/create-client.ts';
// Finds every lease that still exists, by the names of keys and roles.
import { listAccessKeys } from '../resources/access-key.ts';
import { listApiKeys } from '../resources/api-key.ts';
import { listIamRoles } from '../resources/iam-role.ts';
import type { LeaseRecord } from './journal.ts';
import { parseLeaseName, type LeaseIdentity } from './lease-name.ts';

/** A lease that was found, and what is left of it. */
export interface FoundLease {
  readonly identity: LeaseIdentity;
  /** What `revoke` takes. */
  readonly record: LeaseRecord;
}

export interface FindOptions extends CallOptions {
  /** The `prefix` of the names to look for. Default any. Names of another form are never touched. */
  readonly prefix?: string | undefined;
  /** Whether to look for legacy access keys too. Default false: their endpoints may be gone. */
  readonly legacy?: boolean | undefined;
  /** Told of every key that is no lease of that prefix. */
  readonly onForeign?: ((key: string) => void) | undefined;
}

/**
 * Every lease, earliest deadline first. A key and a role of one name are one lease; so is either without
 * the other. Of several keys of one name, as a lost answer can leave them, each is a lease, so that none
 * hides another.
 */
export async function findLeases(client: Client, options: FindOptions = {}): Promise<FoundLease[]> {
  const { prefix, legacy = false, onForeign = () => {}, signal } = options;
  const [keys, roles, oldKeys] = await Promise.all([
    listApiKeys(client, { signal }),
    listIamRoles(client, { signal }),
    legacy ? listAccessKeys(client, { signal }) : [],
  ]);
  const found: FoundLease[] = [];
  const add = (name: string, part: Part): void => {
    const identity = parseLeaseName(name);
    if (identity && (prefix === undefined || identity.prefix === prefix)) {
      found.push({ identity, record: { ...part, name, expiresAt: identity.deadline } });
    } else if (part.apiKey !== undefined) onForeign(part.apiKey);
  };
  const rolesByName = new Map<string, string[]>();
  for (const { name, id } of roles) rolesByName.set(name, [...(rolesByName.get(name) ?? []), id]);
  for (const { name, key } of oldKeys) add(name, { method: 'access-key', apiKey: key });
  for (const { name, key } of keys) {
    const roleId = rolesByName.get(name)?.pop();
    if (roleId === undefined) add(name, { method: 'role', apiKey: key });
    else add(name, { method: 'scoped-role', apiKey: key, roleId });
  }
  for (const [name, ids] of rolesByName) {
    for (const roleId of ids) add(name, { method: 'scoped-role', roleId });
  }
  return found.sort((a, b) => a.identity.deadline - b.identity.deadline);
}

type Part = Pick<LeaseRecord, 'method' | 'apiKey' | 'roleId'>;
