// Mints for `exec` and `create`, with every step in the journal.
import {
  mint,
  parseTtl,
  type Client,
  type Lease,
  type LeaseRecord,
  type MintRequest,
} from '@x/exo-iam';

import type { Context, GlobalOptions } from '../context.ts';
import { createJournal } from '../journal/journal-file.ts';
import { readScope, type ScopeOptions } from '../options/scope-options.ts';
import { withProgress } from '../output/progress.ts';
import { findHolder } from './find-holder.ts';

export interface LeaseOptions extends ScopeOptions {
  /** Default 15m; of a broker's lease, what its rule says. */
  readonly ttl?: string;
  readonly prefix: string;
}

export interface MintedLease {
  readonly lease: Lease;
  /** Its record in the journal. */
  readonly record: LeaseRecord;
  /** Updates the journal. */
  readonly journal: (record: LeaseRecord | undefined) => void;
}

/** Reads all options before the first request. */
export async function toMintRequest(context: Context, options: LeaseOptions): Promise<MintRequest> {
  return {
    scope: await readScope(context, options),
    ttlSeconds: parseTtl(options.ttl ?? '15m'),
    prefix: options.prefix,
    holder: findHolder(context.env),
    method: options.method,
  };
}

export async function mintLease(
  context: Context,
  {
    client,
    parentKey,
    request,
  }: {
    readonly client: Client;
    readonly parentKey: string;
    readonly request: MintRequest;
  },
  { quiet }: Pick<GlobalOptions, 'quiet'>,
): Promise<MintedLease> {
  const journal = createJournal(context, parentKey);
  let latest: LeaseRecord | undefined;
  const lease = await withProgress(context, { text: 'Minting a key', quiet }, () =>
    mint(client, request, {
      signal: context.signal,
      journal: (record) => {
        latest = record;
        journal(record);
      },
    }),
  );
  const { method, name, expiresAt, apiKey } = lease;
  const record: LeaseRecord = { phase: 'made', method, name, apiKey, ...latest, expiresAt };
  return { lease, record, journal };
}
