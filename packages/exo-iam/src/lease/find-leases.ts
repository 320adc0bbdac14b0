// Finds every lease that still exists, by the names of keys and roles.
import { checkObjects, checkTexts } from '../check-arguments.ts';
import type { CallOptions, Client } from '../client/create-client.ts';
import { ExoIamError } from '../errors.ts';
import { listAccessKeys } from '../resources/access-key.ts';
import { listApiKeys } from '../resources/api-key.ts';
import { listIamRoles } from '../resources/iam-role.ts';
import type { LeaseRecord } from './journal.ts';
import { parseLeaseName, type LeaseName } from './lease-name.ts';

/** A lease that was found, and what is left of it. */
export interface FoundLease {
  readonly leaseName: LeaseName;
  /** What `revoke` takes. */
  readonly record: LeaseRecord;
}

/** Which leases to look for. */
export interface FindOptions extends CallOptions {
  /** The `prefix` of the names to look for. Default any. Names of another form are never touched. */
  readonly prefix?: string | undefined;
  /** Whether to look for legacy access keys too. Default false: their endpoints may be gone. */
  readonly legacy?: boolean | undefined;
  /** Called with every key that is not a lease of that prefix. */
  readonly onForeign?: ((key: string) => void) | undefined;
}

/**
 * Every lease, earliest deadline first. A key and a role of the same name are one lease, and so is either
 * of them alone. A lost response can leave several keys of one name; each of them is a lease, so that none
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
    const leaseName = parseLeaseName(name);
    if (leaseName && (prefix === undefined || leaseName.prefix === prefix)) {
      const expiresAt = leaseName.deadline;
      found.push({ leaseName, record: { ...part, name, expiresAt, phase: 'made' } });
    } else if (part.apiKey !== undefined) onForeign(part.apiKey);
  };
  const rolesByName = new Map<string, string[]>();
  for (const { name = '', id } of roles) {
    rolesByName.set(name, [...(rolesByName.get(name) ?? []), id]);
  }
  for (const { name, key } of oldKeys) add(name, { method: 'access-key', apiKey: key });
  for (const { name, key } of keys) {
    const roleId = rolesByName.get(name)?.pop();
    if (roleId === undefined) add(name, { method: 'role', apiKey: key });
    else add(name, { method: 'scoped-role', apiKey: key, roleId });
  }
  for (const [name, ids] of rolesByName) {
    for (const roleId of ids) add(name, { method: 'scoped-role', roleId });
  }
  return found.sort((a, b) => a.leaseName.deadline - b.leaseName.deadline);
}

type Part = Pick<LeaseRecord, 'method' | 'apiKey' | 'roleId'>;

/** Which lease is meant. */
export interface LeaseSelection extends CallOptions {
  /** The minted key (`EXO…`) or the name of the lease. */
  readonly lease: string;
  /** Whether it may be a legacy access key. Default false: their endpoints may be gone. */
  readonly legacy?: boolean | undefined;
}

/**
 * The lease of that key or name, or `undefined` when nothing of it is listed: it was revoked, or never
 * existed. The API does not tell the two apart.
 *
 * @throws {ExoIamError} `ERR_NOT_A_LEASE` for a key that exists and was not minted as a lease.
 */
export async function findLease(
  client: Client,
  selection: LeaseSelection,
): Promise<FoundLease | undefined> {
  checkObjects({ selection });
  const { lease, legacy = false, signal } = selection;
  checkTexts({ lease });
  const foreign: string[] = [];
  const leases = await findLeases(client, {
    legacy,
    signal,
    onForeign: (key) => foreign.push(key),
  });
  const found = leases.find(({ record }) => record.apiKey === lease || record.name === lease);
  if (found) return found;
  if (!foreign.includes(lease) && (lease.startsWith('EXO') || parseLeaseName(lease)))
    return undefined;
  throw new ExoIamError(
    'ERR_NOT_A_LEASE',
    `${JSON.stringify(lease)} is not a lease, so it is left alone. Expected a key that was minted as a lease, or its name of the form <prefix>.<deadline>.<random>.<holder>.`,
    { field: 'key' },
  );
}
