// Leases a key for a command from a broker, with an OIDC token. Only this process can read the key.
import {
  BrokerClientError,
  createBrokerClient,
  readBrokerUrl,
  requestLease,
  type BrokerClient,
  type BrokerClientErrorCode,
  type OpenedLease,
} from '@x/broker-client';
import { parseTtl, resolveEndpoint } from '@x/exo-iam';

import { createKeyClient, refuseUnverifiedTls } from '../connect.ts';
import type { Context, GlobalOptions } from '../context.ts';
import { ExoLeaseError, type ExoLeaseErrorCode } from '../errors.ts';
import type { Ending, HeldLease } from '../lease/held-lease.ts';
import type { LeaseOptions } from '../lease/mint-lease.ts';
import { messageOf } from '../message-of.ts';
import { readScope } from '../options/scope-options.ts';
import { withProgress } from '../output/progress.ts';
import { sleep } from '../sleep.ts';
import { useProxy } from '../use-proxy.ts';
import { refuseBesideBroker, type BrokerOptions } from './broker-options.ts';

export interface BrokerLease extends HeldLease {
  readonly id: string;
  readonly revokeToken: string;
  readonly brokerEnforcedBy: OpenedLease['enforcedBy'];
}

const undoTimeoutMs = 30_000;
const limitMs = 60_000;

/**
 * @throws {ExoLeaseError} `ERR_USAGE`, `ERR_TLS_UNVERIFIED`, `ERR_CREDENTIALS_MISSING`, `ERR_BROKER_REFUSED`,
 *   `ERR_BROKER_UNREACHABLE`, `ERR_SEALED_INVALID`.
 */
export async function leaseFromBroker(
  context: Context,
  options: GlobalOptions & LeaseOptions & BrokerOptions,
): Promise<BrokerLease> {
  refuseBesideBroker(options);
  refuseUnverifiedTls(context);
  const { env, fetch, signal } = context;
  const url = await coded(() => readBrokerUrl(options.broker ?? '', 'The option --broker'));
  const scope = await readScope(context, options);
  const { ttl, brokerAudience: audience, brokerRule: rule } = options;
  if (ttl !== undefined) parseTtl(ttl);
  await useProxy(context);
  const client = createBrokerClient({ url, audience, env, fetch, sleep });
  const check = ({ key, secret, zone, endpoint }: OpenedLease['payload']): void => {
    // The zone becomes a part of other clients' hosts.
    if (zone !== undefined) resolveEndpoint({ zone });
    createKeyClient(context, { apiKey: key, apiSecret: secret, zone, endpoint }, options);
  };
  const ask = (): Promise<OpenedLease> =>
    requestLease(client, { rule, scope, ttl }, { signal, limitMs, undoTimeoutMs, check });
  const progress = { text: 'Asking the broker for a key', quiet: options.quiet };
  return toHeld(context, client, await withProgress(context, progress, () => coded(ask)));
}

function toHeld(
  { now }: Context,
  client: BrokerClient,
  { id, enforcedBy, revokeToken, payload }: OpenedLease,
): BrokerLease {
  const { key, secret, name, zone, endpoint } = payload;
  const expiresAt = Math.floor(Date.parse(payload['expires-at']) / 1000);
  const ending: Ending = {
    revoke: async (signal) => {
      const state = await coded(() => client.end(revokeToken, { signal, limitMs: 0 }));
      return state === 'revoking'
        ? 'The broker is revoking the key.'
        : 'The broker has revoked the key.';
    },
    mayPass: (error) => error instanceof ExoLeaseError && error.code === 'ERR_BROKER_UNREACHABLE',
    leftBehind: (cause) =>
      new ExoLeaseError(
        'ERR_LEFT_BEHIND',
        `The key ${key}, lease ${id} of the broker, was not revoked: ${messageOf(cause)} The broker ends it at ${payload['expires-at']}.`,
        { cause },
      ),
  };
  return {
    id,
    revokeToken,
    brokerEnforcedBy: enforcedBy,
    apiKey: key,
    apiSecret: secret,
    name,
    zone,
    endpoint,
    expiresAt,
    enforcedBy: enforcedBy === 'server' ? 'server' : 'sweep',
    ttlSeconds: Math.max(0, expiresAt - Math.floor(now() / 1000)),
    notes: [],
    // No journal here: if the process is killed, the broker ends the lease.
    markHandedOut: () => {},
    ending,
  };
}

const codes: Readonly<Record<BrokerClientErrorCode, ExoLeaseErrorCode>> = {
  ERR_BROKER_URL_INVALID: 'ERR_USAGE',
  ERR_ID_TOKEN_MISSING: 'ERR_CREDENTIALS_MISSING',
  ERR_BROKER_REFUSED: 'ERR_BROKER_REFUSED',
  ERR_BROKER_UNREACHABLE: 'ERR_BROKER_UNREACHABLE',
  ERR_BROKER_ANSWER_INVALID: 'ERR_SEALED_INVALID',
};

async function coded<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof BrokerClientError)) throw cause;
    throw new ExoLeaseError(codes[cause.code], cause.message, { cause });
  }
}
