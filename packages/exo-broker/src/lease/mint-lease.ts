// Mints for a row in the store. The row is the journal, and the secret goes from the API directly into the
// seal.
import {
  listIamRoles,
  mint,
  revoke,
  type Journal,
  type Lease,
  type LeaseRecord,
  type MintRequest,
} from '@x/exo-iam';

import { BrokerError } from '../errors.ts';
import type { Store } from '../store/store.ts';
import { holderOf } from './holder-of.ts';
import type { GrantedLease, LeaseRequest } from './lease-request.ts';
import type { Organization, Organizations } from './organizations.ts';
import { refusalOfMint } from './refusal.ts';
import { createRevokeToken, hashToken } from './revoke-token.ts';
import type { LeaseTimes } from './times.ts';

/** Seals a minted key to the recipient of the request. */
export type SealLease = (
  lease: Pick<Lease, 'apiKey' | 'apiSecret' | 'name' | 'expiresAt'>,
  context: { readonly request: LeaseRequest; readonly organization: Organization },
) => Promise<string>;

export interface MintContext {
  readonly store: Store;
  readonly organizations: Organizations;
  readonly seal: SealLease;
  readonly times: LeaseTimes;
}

/** @throws {BrokerError} After the key and role are removed, or their row is due. */
export async function mintLease(
  context: MintContext,
  request: LeaseRequest,
): Promise<GrantedLease> {
  const { store, organizations, times } = context;
  const { id } = request;
  let progress: 'untouched' | 'written' | 'forgotten' = 'untouched';
  let made: LeaseRecord | undefined;
  const journal: Journal = async (record) => {
    if (!record) {
      progress = 'forgotten';
      return;
    }
    if (!(await store.record(id, record))) throw leaseIsOver();
    progress = 'written';
    made = record;
  };
  try {
    const organization = organizations.get(request.rule.organization);
    const signal = AbortSignal.timeout(times.mintTimeoutMs);
    const wanted = await toMintRequest(organization, request, signal);
    const { undoTimeoutMs } = times;
    const lease = await mint(organization.client, wanted, { journal, signal, undoTimeoutMs });
    const granted = await handOut(context, { request, organization, lease });
    if (granted) return granted;
    await revokeAtOnce(organization, { made, timeoutMs: undoTimeoutMs });
    throw leaseIsOver();
  } catch (error) {
    await giveUp(store, { id, leftNothing: (progress as string) !== 'written' });
    throw refusalOfMint(error);
  }
}

async function toMintRequest(
  organization: Organization,
  request: LeaseRequest,
  signal: AbortSignal,
): Promise<MintRequest> {
  const { scope, ttlSeconds, namePrefix: prefix, rule, identity, issuerUrl, id } = request;
  const holder = holderOf(identity, issuerUrl);
  const description = `Lease ${id} of the rule ${rule.name}`;
  const common = { ttlSeconds, prefix, holder, description };
  if (scope.role === undefined) return { ...common, scope, deadline: rule.deadline };
  if (rule.role !== undefined && (await isNamed(organization, { scope, rule }, signal))) {
    return { ...common, scope: { role: rule.role } };
  }
  throw new BrokerError(
    'ERR_CEILING',
    `The role ${JSON.stringify(scope.role)} is not the role of the rule ${rule.name}. Ask for the role of the rule, or use another rule.`,
    { excess: [`role ${scope.role}`] },
  );
}

// Looks up only the role of the rule, so that a job cannot find out which other roles exist.
async function isNamed(
  { client }: Organization,
  { scope, rule }: Pick<LeaseRequest, 'scope' | 'rule'>,
  signal: AbortSignal,
): Promise<boolean> {
  if (scope.role === rule.role) return true;
  const roles = await listIamRoles(client, { signal });
  return roles.some(({ id, name }) => id === rule.role && name === scope.role);
}

interface Minted {
  readonly request: LeaseRequest;
  readonly organization: Organization;
  readonly lease: Lease;
}

/** Undefined if the row is over or does not exist any more. */
async function handOut(
  { store, seal, times }: MintContext,
  { request, organization, lease }: Minted,
): Promise<GrantedLease | undefined> {
  const { id } = request;
  const { apiKey: key, name, expiresAt } = lease;
  const enforcedBy = lease.enforcedBy === 'server' ? 'server' : 'broker';
  const sealed = await seal(lease, { request, organization });
  const revokeToken = createRevokeToken();
  const handed = await store.handOut(id, {
    sealed,
    sealedForMs: times.sealedForMs,
    tokenHash: hashToken(revokeToken),
    enforcedBy,
    expiresAt,
    dueInMs: request.ttlSeconds * 1000 + times.graceMs,
  });
  if (!handed) return undefined;
  return { id, key, name, expiresAt, enforcedBy, sealed, revokeToken };
}

// An instance revokes a row that is over. After a failover that lost commits, the row does not exist, and only
// this instance knows the key.
async function revokeAtOnce(
  { revoker }: Organization,
  { made, timeoutMs }: { readonly made: LeaseRecord | undefined; readonly timeoutMs: number },
): Promise<void> {
  if (!made) return;
  // If it fails, the row or the deadline ends the key.
  await revoke(revoker, made, { signal: AbortSignal.timeout(timeoutMs) }).catch(() => {});
}

// If the store cannot be reached, the row falls due by itself. A row that is leased stays too: then the answer
// to the commit was lost, and another instance may have given the lease to a repeated request.
async function giveUp(
  store: Store,
  { id, leftNothing }: { readonly id: string; readonly leftNothing: boolean },
): Promise<void> {
  try {
    await (leftNothing ? store.discard(id) : store.abandon(id));
  } catch {
    // The first failure is more useful.
  }
}

function leaseIsOver(): BrokerError {
  return new BrokerError(
    'ERR_GONE',
    'The lease was ended while its key was made, so the key is revoked. Use a new idempotency key for another lease.',
  );
}
