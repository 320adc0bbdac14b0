// A lease for a command from a broker: an OIDC token in, a key that only this process can read out.
import { parseTtl } from '@x/exo-iam';
import type { SealedPayload } from '@x/seal';

import { createKeyClient } from '../connect.ts';
import type { Context, GlobalOptions } from '../context.ts';
import { ExoLeaseError } from '../errors.ts';
import type { Ending, HeldLease } from '../lease/held-lease.ts';
import type { LeaseOptions } from '../lease/mint-lease.ts';
import { messageOf } from '../message-of.ts';
import { readScope } from '../options/scope-options.ts';
import { withProgress } from '../output/progress.ts';
import type { Sealing } from '../sealing/load-sealing.ts';
import { useProxy } from '../use-proxy.ts';
import { createBrokerClient, type BrokerClient, type BrokeredLease } from './broker-client.ts';
import { readBrokerUrl, refuseBesideBroker, type BrokerOptions } from './broker-options.ts';

export interface BrokerLease extends HeldLease {
  readonly id: string;
  readonly revokeToken: string;
  readonly brokerEnforcedBy: BrokeredLease['enforced-by'];
}

const undoTimeoutMs = 30_000;

/** @throws {ExoLeaseError} `ERR_USAGE`, `ERR_CREDENTIALS_MISSING`, `ERR_BROKER_REFUSED`, `ERR_BROKER_UNREACHABLE`. */
export async function leaseFromBroker(
  context: Context,
  options: GlobalOptions & LeaseOptions & BrokerOptions,
  sealing: Pick<Sealing, 'generateIdentity' | 'open'>,
): Promise<BrokerLease> {
  refuseBesideBroker(options);
  const url = readBrokerUrl(options.broker ?? '');
  const audience = options.brokerAudience ?? url.href.replace(/\/+$/, '');
  const scope = await readBrokerScope(context, options);
  const { ttl } = options;
  if (ttl !== undefined) parseTtl(ttl);
  await useProxy(context);
  const { recipient, identity } = await sealing.generateIdentity();
  const client = createBrokerClient(context, { url, audience });
  const request = { rule: options.brokerRule, scope, ttl, recipient };
  try {
    const lease = await withProgress(
      context,
      { text: 'Asking the broker for a key', quiet: options.quiet },
      () => client.request(request, context.signal),
    );
    const opened = await sealing.open(lease.sealed, identity);
    // Refuses an endpoint that is not Exoscale's: what is signed for it could be used there.
    const { key, secret, zone, endpoint } = opened;
    createKeyClient(context, { apiKey: key, apiSecret: secret, zone, endpoint }, options);
    return toHeld(context, client, { lease, opened });
  } catch (error) {
    // A request whose answer was lost may still make a lease, and one that cannot be opened is of no use.
    if (!isCertain(error)) {
      await client.end(undefined, AbortSignal.timeout(undoTimeoutMs)).catch(() => {});
    }
    throw error;
  }
}

function isCertain(error: unknown): boolean {
  const codes = ['ERR_BROKER_REFUSED', 'ERR_CREDENTIALS_MISSING'];
  return error instanceof ExoLeaseError && codes.includes(error.code);
}

async function readBrokerScope(
  context: Context,
  options: LeaseOptions,
): Promise<Readonly<Record<string, unknown>>> {
  const {
    operations = [],
    tags = [],
    resources = [],
    role,
    getOperation,
  } = await readScope(context, options);
  return {
    ...(operations.length > 0 && { operations }),
    ...(tags.length > 0 && { tags }),
    ...(resources.length > 0 && { resources }),
    ...(role !== undefined && { role }),
    ...(getOperation !== 'auto' && { 'get-operation': getOperation }),
  };
}

function toHeld(
  { now }: Context,
  client: BrokerClient,
  { lease, opened }: { readonly lease: BrokeredLease; readonly opened: SealedPayload },
): BrokerLease {
  const expiresAt = Math.floor(Date.parse(opened['expires-at']) / 1000);
  const revokeToken = lease['revoke-token'];
  const ending: Ending = {
    revoke: (signal) => client.end(revokeToken, signal),
    mayPass: (error) => error instanceof ExoLeaseError && error.code === 'ERR_BROKER_UNREACHABLE',
    leftBehind: (cause) =>
      new ExoLeaseError(
        'ERR_LEFT_BEHIND',
        `The key ${opened.key} is left, as lease ${lease.id} of the broker: ${messageOf(cause)} The broker ends it at ${opened['expires-at']}.`,
        { cause },
      ),
  };
  return {
    id: lease.id,
    revokeToken,
    brokerEnforcedBy: lease['enforced-by'],
    apiKey: opened.key,
    apiSecret: opened.secret,
    name: opened.name,
    zone: opened.zone,
    endpoint: opened.endpoint,
    expiresAt,
    enforcedBy: lease['enforced-by'] === 'server' ? 'server' : 'sweep',
    ttlSeconds: Math.max(0, expiresAt - Math.floor(now() / 1000)),
    notes: [],
    // The broker knows; a process that is killed leaves the lease to it.
    markHandedOut: () => {},
    ending,
  };
}
