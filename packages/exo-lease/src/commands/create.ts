// `exo-lease create`: mints a key and prints it; its secret once, or sealed to one recipient.
import { revoke, type Lease } from '@x/exo-iam';

import { refuseBesideBroker, type BrokerOptions } from '../broker/broker-options.ts';
import { connect } from '../connect.ts';
import type { Context, GlobalOptions } from '../context.ts';
import { ExoLeaseError } from '../errors.ts';
import { mintLease, toMintRequest, type LeaseOptions } from '../lease/mint-lease.ts';
import { note } from '../output/messages.ts';
import { formatResult, type Result } from '../output/print.ts';
import { writeOut } from '../output/write-out.ts';
import { prepareSeal, toSealedHolder } from '../sealing/seal-lease.ts';

export interface CreateOptions extends GlobalOptions, LeaseOptions, BrokerOptions {
  readonly sealTo?: string;
}

const undoTimeoutMs = 30_000;

export async function create(context: Context, options: CreateOptions): Promise<void> {
  refuseBesideBroker(options);
  const { sealTo } = options;
  if (options.broker !== undefined) return createByBroker(context, options);
  const asked = await toMintRequest(context, options);
  const request = sealTo === undefined ? asked : { ...asked, holder: toSealedHolder(asked.holder) };
  const seal = sealTo === undefined ? undefined : await prepareSeal(sealTo, request.holder);
  const { client, connection } = await connect(context, options);
  const { lease, record, journal } = await mintLease(
    context,
    { client, parentKey: connection.apiKey, request },
    options,
  );
  try {
    context.signal.throwIfAborted();
    const secret = seal
      ? { sealed: await seal(lease, { zone: connection.zone, endpoint: client.endpoint.href }) }
      : { secret: lease.apiSecret };
    await writeOut(context, formatResult(context, toResult(lease, secret), options));
  } catch (error) {
    // The secret was not shown, so the key cannot be used.
    await revoke(client, record, { signal: AbortSignal.timeout(undoTimeoutMs) });
    journal(undefined);
    throw error;
  }
  journal(undefined);
  for (const each of lease.scope?.notes ?? []) note(context, `note: ${each}`, options);
  if (options.outputFormat === 'table') note(context, seal ? howToOpen : howToUse, options);
}

async function createByBroker(context: Context, options: CreateOptions): Promise<void> {
  if (options.sealTo !== undefined) {
    throw new ExoLeaseError(
      'ERR_USAGE',
      '--seal-to and --broker cannot be combined. Remove one of them.',
    );
  }
  const { leaseFromBroker } = await import('../broker/lease-from-broker.ts');
  const lease = await leaseFromBroker(context, options);
  const { apiKey, apiSecret, name, expiresAt, id, revokeToken } = lease;
  const result = {
    key: apiKey,
    secret: apiSecret,
    name,
    'expires-at': new Date(expiresAt * 1000).toISOString(),
    'enforced-by': lease.brokerEnforcedBy,
    id,
    'revoke-token': revokeToken,
  };
  try {
    context.signal.throwIfAborted();
    await writeOut(context, formatResult(context, result, options));
  } catch (error) {
    await lease.ending.revoke(AbortSignal.timeout(undoTimeoutMs));
    throw error;
  }
}

const howToUse =
  'The secret is not shown again. Put key and secret into EXOSCALE_API_KEY and EXOSCALE_API_SECRET, and end the key with: exo-lease revoke NAME';
const howToOpen =
  'Only the identity of the recipient opens it: exo-lease open. End the key with: exo-lease revoke NAME';

function toResult(lease: Lease, secret: Result): Result {
  const { apiKey, name, role, method, expiresAt, enforcedBy } = lease;
  return {
    key: apiKey,
    ...secret,
    name,
    'role-id': role?.id,
    method,
    'expires-at': new Date(expiresAt * 1000).toISOString(),
    'enforced-by': enforcedBy,
  };
}
