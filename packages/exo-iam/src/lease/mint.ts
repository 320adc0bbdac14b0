// Mints a lease: prepare, write the intention to the journal, create, and undo everything on failure.
import type { CallOptions, Client } from '../client/create-client.ts';
import { ExoIamError } from '../errors.ts';
import type { IamPolicy } from '../resources/iam-policy.ts';
import type { CompiledScope } from '../scope/scope.ts';
import { chooseMethod } from './choose-method.ts';
import { formatLeaseName } from './format-lease-name.ts';
import { isUncertain } from './is-uncertain.ts';
import type { Journal, LeaseMethod, LeaseRecord } from './journal.ts';
import { methods } from './methods.ts';
import type { EnforcedBy, MintRequest } from './mint-request.ts';
import { revoke } from './revoke.ts';

/** How to mint. */
export interface MintOptions extends CallOptions {
  /** Called at every step, so that no key or role is ever lost. */
  readonly journal?: Journal;
  /** How long the cleanup after a failed mint may take, in milliseconds. Default 30,000. */
  readonly undoTimeoutMs?: number;
  /** Gives the random part of the name, 1 to 16 lower-case letters and digits. Default eight hex digits. */
  readonly randomPart?: (() => string) | undefined;
}

/** A minted key. */
export interface Lease {
  readonly method: LeaseMethod;
  /** The name of the key and, for `scoped-role`, of its role. */
  readonly name: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  /** When the key ends, in UNIX seconds; `enforcedBy` says who ends it. */
  readonly expiresAt: number;
  readonly enforcedBy: EnforcedBy;
  /** The key's role: made for it, or existing. Legacy keys have none. */
  readonly role: { readonly id: string; readonly name: string } | undefined;
  /** For `scoped-role`: what the key may do, and the policy as it was sent, deadline included. */
  readonly scope: CompiledScope | undefined;
  readonly policy: IamPolicy | undefined;
}

/**
 * Mints a key that can do what the scope says until its deadline. If anything fails, or the signal
 * aborts, everything that was created is removed again.
 *
 * @throws {ExoIamError} The codes of `planLease`, before anything is created; those of the API;
 *   `ERR_LEFT_BEHIND` if the mint failed and the cleanup failed too.
 */
export async function mint(
  client: Client,
  request: MintRequest,
  options: MintOptions = {},
): Promise<Lease> {
  const {
    journal = () => {},
    undoTimeoutMs = 30_000,
    randomPart = eightHexDigits,
    signal,
  } = options;
  const method = chooseMethod(request);
  const { enforcedBy, prepare } = methods[method];
  const prepared = await prepare(client, request, { signal });
  const { scope, policy } = prepared;
  const expiresAt = Math.floor(client.now() / 1000) + request.ttlSeconds;
  const { prefix, holder } = request;
  const name = await formatLeaseName({ prefix, deadline: expiresAt, random: randomPart(), holder });

  let record: LeaseRecord = { method, name, expiresAt, phase: 'intended' };
  await journal(record);
  try {
    const commit = async (made: Partial<LeaseRecord>): Promise<void> => {
      record = { ...record, ...made };
      if (record.roleId !== undefined || record.apiKey !== undefined) {
        record = { ...record, phase: 'made' };
      }
      await journal(record);
    };
    const { roleId, ...minted } = await prepared.create({ client, name, signal, commit });
    signal?.throwIfAborted();
    const role = roleId === undefined ? prepared.role : { id: roleId, name };
    return { method, name, enforcedBy, expiresAt, role, scope, policy, ...minted };
  } catch (cause) {
    await undo(client, record, { cause, undoTimeoutMs });
    if (!isUncertain(cause)) await forget(journal);
    throw cause;
  }
}

async function undo(
  client: Client,
  record: LeaseRecord,
  { cause, undoTimeoutMs }: { readonly cause: unknown; readonly undoTimeoutMs: number },
): Promise<void> {
  const { name, roleId, apiKey } = record;
  const nothingKnown = roleId === undefined && apiKey === undefined;
  if (nothingKnown && !isUncertain(cause)) return;
  try {
    // Not the caller's signal: an abort is a reason to clean up, not to stop cleaning up.
    const signal = AbortSignal.timeout(undoTimeoutMs);
    await revoke(client.within(undoTimeoutMs), record, { signal });
  } catch (undoError) {
    // Nothing is known to have been made: the first failure says more than this one.
    if (nothingKnown) return;
    throw new ExoIamError(
      'ERR_LEFT_BEHIND',
      `Minting failed (${messageOf(cause)}), and the cleanup failed too (${messageOf(undoError)}). Look for an API key and an IAM role named ${name}, and delete the key first.`,
      { cause: new AggregateError([cause, undoError]) },
    );
  }
}

// Nothing is left to look for. If the journal fails now, the original error matters more.
async function forget(journal: Journal): Promise<void> {
  // In a promise, so that a journal that throws does not matter either.
  await Promise.resolve(undefined)
    .then(journal)
    .catch(() => {});
}

function eightHexDigits(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(4));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function messageOf(error: unknown): string {
  return String(error instanceof Error ? error.message : error).replace(/\.$/, '');
}
