// `exo-lease create`: mints a key and prints it; its secret once.
import { revoke, type Lease } from '@x/exo-iam';

import { connect } from '../connect.ts';
import type { Context, GlobalOptions } from '../context.ts';
import { mintLease, toMintRequest, type LeaseOptions } from '../lease/mint-lease.ts';
import { note } from '../output/messages.ts';
import { formatResult, type Result } from '../output/print.ts';
import { writeOut } from '../output/write-out.ts';

export interface CreateOptions extends GlobalOptions, LeaseOptions {
  readonly sealTo?: string;
}

const undoTimeoutMs = 30_000;

export async function create(context: Context, options: CreateOptions): Promise<void> {
  const request = await toMintRequest(context, options);
  const { client, connection } = await connect(context, options);
  const { lease, record, journal } = await mintLease(
    context,
    { client, parentKey: connection.apiKey, request },
    options,
  );
  try {
    context.signal.throwIfAborted();
    await writeOut(context, formatResult(context, toResult(lease), options));
  } catch (error) {
    // Nobody has the secret, so the key is of no use.
    await revoke(client, record, { signal: AbortSignal.timeout(undoTimeoutMs) });
    journal(undefined);
    throw error;
  }
  journal(undefined);
  for (const each of lease.scope?.notes ?? []) note(context, `note: ${each}`, options);
  if (options.outputFormat === 'table') note(context, howToUse, options);
}

const howToUse =
  'The secret is not shown again. Put key and secret into EXOSCALE_API_KEY and EXOSCALE_API_SECRET, and end the key with: exo-lease revoke NAME';

function toResult(lease: Lease): Result {
  const { apiKey, apiSecret, name, role, method, expiresAt, enforcedBy } = lease;
  return {
    key: apiKey,
    secret: apiSecret,
    name,
    'role-id': role?.id,
    method,
    'expires-at': new Date(expiresAt * 1000).toISOString(),
    'enforced-by': enforcedBy,
  };
}
