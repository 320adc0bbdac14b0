// `exo-lease list`: every lease that exists.
import { findLeases } from '@x/exo-iam';

import { connect } from '../connect.ts';
import type { Context, GlobalOptions } from '../context.ts';
import { toResult } from '../lease/lease-result.ts';
import { printList } from '../output/print.ts';
import { withProgress } from '../output/progress.ts';

export interface ListOptions extends GlobalOptions {
  readonly prefix?: string;
  readonly legacy: boolean;
}

export async function list(context: Context, options: ListOptions): Promise<void> {
  const { prefix, legacy, quiet } = options;
  const { client } = await connect(context, options);
  const leases = await withProgress(context, { text: 'Listing leases', quiet }, () =>
    findLeases(client, { prefix, legacy, signal: context.signal }),
  );
  const columns = ['key', 'expires-at', 'method', 'holder', 'name'];
  printList(context, leases.map(toResult), { columns, ...options });
}
