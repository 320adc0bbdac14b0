// `exo-lease show`: one lease.
import { findLease } from '@x/exo-iam';

import { connect } from '../connect.ts';
import type { Context, GlobalOptions } from '../context.ts';
import { ExoLeaseError } from '../errors.ts';
import { toResult } from '../lease/lease-result.ts';
import { printResult } from '../output/print.ts';

export interface ShowOptions extends GlobalOptions {
  readonly legacy: boolean;
}

export async function show(context: Context, options: ShowOptions, lease: string): Promise<void> {
  const { client } = await connect(context, options);
  const { legacy } = options;
  const found = await findLease(client, { lease, legacy, signal: context.signal });
  if (!found) {
    throw new ExoLeaseError(
      'ERR_LEASE_NOT_FOUND',
      `The lease ${lease} was not found. It was revoked, never existed, or is a session of an assumed role, which the API does not list. See: exo-lease list`,
    );
  }
  printResult(context, toResult(found), options);
}
