// Mints a lease: a role of its own with the scope and the deadline, and one key for it.
import { createApiKey, type CreatedApiKey } from '../client/api-key.ts';
import type { CallOptions, Client } from '../client/create-client.ts';
import { createIamRole, listIamRoles, type IamRole, type NewIamRole } from '../client/iam-role.ts';
import { ExoIamError, hasCode } from '../errors.ts';
import { compileScope, type CompiledScope, type Scope } from '../scope/compile-scope.ts';
import type { IamPolicy } from '../scope/policy.ts';
import { withDeadline } from '../scope/with-deadline.ts';
import type { Journal, LeaseRecord } from './journal.ts';
import { formatLeaseName, type LeaseIdentity } from './lease-name.ts';
import { deleteKeysNamed, revoke } from './revoke.ts';

/** What to mint, and for whom. */
export interface MintRequest {
  readonly scope: Scope;
  /** How long the key works, in seconds from its creation. */
  readonly ttlSeconds: number;
  readonly identity: Omit<LeaseIdentity, 'deadline'>;
  /** Shown in the portal, 1 to 255 characters. */
  readonly description?: string;
}

export interface MintOptions extends CallOptions {
  /** Told of every step, so that nothing is ever lost. */
  readonly journal?: Journal;
}

/** A minted key. */
export interface Lease {
  readonly method: 'scoped-role';
  /** The name of the key and of its role. */
  readonly name: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly roleId: string;
  /** From when on the key is refused, in UNIX seconds. */
  readonly expiresAt: number;
  /** `server`: refused by the API itself, whatever becomes of the job. */
  readonly enforcedBy: 'server';
  readonly scope: CompiledScope;
  /** The policy as it was sent, deadline included. */
  readonly policy: IamPolicy;
}

/**
 * Mints a key that can do what the scope says until its deadline. When anything fails, or the signal
 * aborts, what was made is removed again.
 *
 * @throws {ExoIamError} The codes of `compileScope` and `formatLeaseName` before anything is sent;
 *   those of the API; `ERR_LEFT_BEHIND` when it failed and something could not be removed.
 */
export async function mint(
  client: Client,
  request: MintRequest,
  options: MintOptions = {},
): Promise<Lease> {
  const { journal = () => {}, signal } = options;
  const scope = compileScope(request.scope);
  const policy = withDeadline(scope.policy, request.ttlSeconds);
  const expiresAt = Math.floor(client.now() / 1000) + request.ttlSeconds;
  const name = formatLeaseName({ ...request.identity, deadline: expiresAt });

  let record: LeaseRecord = { method: 'scoped-role', name, expiresAt };
  await journal(record);
  try {
    const { description } = request;
    const role = { name, policy, ...(description !== undefined && { description }) };
    const roleId = await createRole(client, role, { signal });
    record = { ...record, roleId };
    await journal(record);
    const { key: apiKey, secret: apiSecret } = await createKey(client, name, { roleId, signal });
    record = { ...record, apiKey };
    await journal(record);
    signal?.throwIfAborted();
    const made = { name, apiKey, apiSecret, roleId, expiresAt, scope, policy };
    return { method: 'scoped-role', enforcedBy: 'server', ...made };
  } catch (cause) {
    await undo(client, record, cause);
    throw cause;
  }
}

async function createRole(client: Client, role: NewIamRole, options: CallOptions): Promise<string> {
  try {
    return await createIamRole(client, role, options);
  } catch (error) {
    // The answer was lost, the role may be there. Its name is random, so it can only be ours.
    const found = isUncertain(error) ? await findRole(client, role.name, options) : undefined;
    if (!found) throw error;
    return found.id;
  }
}

async function findRole(
  client: Client,
  name: string,
  options: CallOptions,
): Promise<IamRole | undefined> {
  const roles = await listIamRoles(client, options).catch(() => []);
  return roles.find((role) => role.name === name);
}

// A role just made may be unknown to `POST /api-key` for a moment.
const unknownRoleDelaysMs: readonly number[] = [250, 500, 1000, 2000, 4000];

async function createKey(
  client: Client,
  name: string,
  { roleId, signal }: CallOptions & { readonly roleId: string },
): Promise<CreatedApiKey> {
  const key = { name, 'role-id': roleId };
  let lostAnswer = false;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await createApiKey(client, key, { signal });
    } catch (error) {
      if (isUncertain(error) && !lostAnswer) {
        // The secret is shown once, so a key whose answer was lost is of no use: remove it, once.
        lostAnswer = true;
        await deleteKeysNamed(client, name, { signal });
        continue;
      }
      const delayMs = unknownRoleDelaysMs[attempt];
      if (!hasCode(error, 'ERR_NOT_FOUND') || delayMs === undefined) throw error;
      await client.sleep(delayMs, signal);
    }
  }
}

/** Whether a request may have been carried out although it failed. An abort cuts off any request. */
function isUncertain(error: unknown): boolean {
  return !(error instanceof ExoIamError) || error.uncertain;
}

async function undo(client: Client, record: LeaseRecord, cause: unknown): Promise<void> {
  const { name, roleId } = record;
  if (roleId === undefined && !isUncertain(cause)) return;
  try {
    // Without the signal: an abort is a reason to clean up, not to stop cleaning up.
    await revoke(client, record);
  } catch (undoError) {
    // Nothing is known to have been made: the first failure says more than this one.
    if (roleId === undefined) return;
    throw new ExoIamError(
      'ERR_LEFT_BEHIND',
      `Minting failed (${messageOf(cause)}), and what it had made could not be removed (${messageOf(undoError)}). Look for the name ${name} among API keys and IAM roles, and delete the key first.`,
      { cause: new AggregateError([cause, undoError]) },
    );
  }
}

function messageOf(error: unknown): string {
  return String(error instanceof Error ? error.message : error).replace(/\.$/, '');
}
