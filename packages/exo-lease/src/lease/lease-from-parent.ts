// A lease for a command, minted with the parent key.
import { hasCode, keyVariables, revoke, type LeaseRecord, type VariablePreset } from '@x/exo-iam';

import { connect } from '../connect.ts';
import type { Context, GlobalOptions } from '../context.ts';
import { ExoLeaseError } from '../errors.ts';
import { messageOf } from '../message-of.ts';
import type { HeldLease } from './held-lease.ts';
import { mintLease, toMintRequest, type LeaseOptions } from './mint-lease.ts';

/** @throws {ExoIamError} `ERR_ZONE_INVALID` when the presets need a zone, before anything is minted. */
export async function leaseFromParent(
  context: Context,
  options: GlobalOptions & LeaseOptions,
  presets: readonly VariablePreset[],
): Promise<HeldLease> {
  const request = await toMintRequest(context, options);
  const { client, connection } = await connect(context, options);
  const { apiKey: parentKey, zone, endpoint } = connection;
  keyVariables(presets, { apiKey: '', apiSecret: '', zone });
  const minted = await mintLease(context, { client, parentKey, request }, options);
  const { lease, record, journal } = minted;
  return {
    ...lease,
    zone,
    endpoint,
    ttlSeconds: request.ttlSeconds,
    notes: lease.scope?.notes ?? [],
    markHandedOut: () => journal({ ...record, phase: 'handed-out' }),
    ending: {
      revoke: async (signal) => {
        const { reason } = await revoke(client, record, { signal });
        journal(undefined);
        return reason;
      },
      mayPass,
      leftBehind: (cause) => leftBehind(record, cause),
    },
  };
}

function mayPass(error: unknown): boolean {
  return hasCode(
    error,
    'ERR_UNREACHABLE',
    'ERR_TIMEOUT',
    'ERR_SERVER',
    'ERR_RATE_LIMITED',
    'ERR_ANSWER_UNREADABLE',
  );
}

function leftBehind(record: LeaseRecord, cause: unknown): ExoLeaseError {
  const { apiKey = '', name, expiresAt, method } = record;
  const until = new Date(expiresAt * 1000).toISOString();
  const end =
    method === 'scoped-role'
      ? `The server refuses the key from ${until} on`
      : `Only a sweep removes it, from ${until} on`;
  return new ExoLeaseError(
    'ERR_LEFT_BEHIND',
    `The key ${apiKey} (${name}) was not revoked: ${messageOf(cause)} ${end}. The next exo-lease with the same parent key revokes it. To do it now, run: exo-lease revoke ${name}`,
    { cause },
  );
}
