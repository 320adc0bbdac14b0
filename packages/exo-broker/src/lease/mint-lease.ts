// Mints for a row that was taken: the row is the journal, and the secret goes from the API into the seal.
import {
  mint,
  planLease,
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

/** @throws {BrokerError} After what was made is removed, or its row is due. */
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
  const { role } = await planLease(organization.client, { ...common, scope }, { signal });
  if (role && role.id === rule.role) return { ...common, scope: { role: role.id } };
  throw new BrokerError(
    'ERR_CEILING',
    `The role ${JSON.stringify(scope.role)} is not the one of the rule ${rule.name}. Ask for the role of the rule, or use another rule.`,
    { excess: [`role ${scope.role}`] },
  );
}

interface Minted {
  readonly request: LeaseRequest;
  readonly organization: Organization;
  readonly lease: Lease;
}

/** Undefined when its row is over, or is gone. */
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

// A row that is over is revoked by the instance that claims it. After a failover that lost its commits the row is gone, and
// nobody else knows of the key.
async function revokeAtOnce(
  { revoker }: Organization,
  { made, timeoutMs }: { readonly made: LeaseRecord | undefined; readonly timeoutMs: number },
): Promise<void> {
  if (!made) return;
  // If it fails, the row or the deadline ends the key.
  await revoke(revoker, made, { signal: AbortSignal.timeout(timeoutMs) }).catch(() => {});
}

// The row stays as it is when the store cannot be reached: it falls due by itself. It also stays when it is
// leased. Then the answer to the commit was lost, and another instance may have given the lease to a repetition.
async function giveUp(
  store: Store,
  { id, leftNothing }: { readonly id: string; readonly leftNothing: boolean },
): Promise<void> {
  try {
    await (leftNothing ? store.discard(id) : store.abandon(id));
  } catch {
    // What failed first says more.
  }
}

function leaseIsOver(): BrokerError {
  return new BrokerError(
    'ERR_GONE',
    'The lease was ended while its key was made, so the key is revoked. Use a new idempotency key for another lease.',
  );
}
