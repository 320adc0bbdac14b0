// `exo-lease revoke`: ends leases now.
import {
  findLease,
  findLeases,
  revoke,
  selectLeases,
  type Client,
  type FoundLease,
} from '@x/exo-iam';

import { connect } from '../connect.ts';
import type { Context, GlobalOptions } from '../context.ts';
import { ExoLeaseError } from '../errors.ts';
import { messageOf } from '../message-of.ts';
import { confirm } from '../output/confirm.ts';
import { note, warn } from '../output/messages.ts';
import { printList, type Result } from '../output/print.ts';
import { withProgress } from '../output/progress.ts';

export interface RevokeOptions extends GlobalOptions {
  readonly prefix: string;
  /** `owner/name`. */
  readonly repository?: string;
  readonly run?: string;
  readonly all: boolean;
  readonly dryRun: boolean;
  readonly legacy: boolean;
}

/** @throws {ExoLeaseError} `ERR_USAGE` unless either keys or `--all` are given. */
export async function revokeLeases(
  context: Context,
  options: RevokeOptions,
  names: readonly string[],
): Promise<void> {
  refuseMixture(options, names);
  const { client } = await connect(context, options);
  const leases = options.all
    ? await selectAll(context, client, options)
    : await selectNamed(context, client, { ...options, names });
  if (options.all && !options.dryRun && leases.length > 0) {
    const question = `Revoke ${leases.length} leases, including those of running jobs?`;
    await confirm(context, { question, ...options });
  }
  const results: Result[] = [];
  let failure: unknown;
  for (const lease of leases) {
    const result = await revokeOne(context, client, { lease, ...options });
    results.push(result.result);
    failure ??= result.error;
  }
  const columns = ['outcome', 'key', 'name', 'reason'];
  printList(context, results, { columns, ...options });
  if (failure !== undefined) throw failure;
}

function refuseMixture(options: RevokeOptions, names: readonly string[]): void {
  const { all, repository, run } = options;
  const isSelected = repository !== undefined || run !== undefined;
  const problem =
    all && names.length > 0
      ? 'Both --all and keys are given'
      : !all && names.length === 0
        ? 'Neither a key nor --all is given'
        : !all && isSelected
          ? '--repository and --run are given without --all'
          : undefined;
  if (problem === undefined) return;
  throw new ExoLeaseError(
    'ERR_USAGE',
    `${problem}. Expected keys (EXO…) or names of leases, or --all with --repository or --run to select.`,
  );
}

async function selectAll(
  context: Context,
  client: Client,
  options: RevokeOptions,
): Promise<FoundLease[]> {
  const { prefix, repository, run: runId, legacy, quiet } = options;
  const leases = await withProgress(context, { text: 'Listing leases', quiet }, () =>
    findLeases(client, { prefix, legacy, signal: context.signal }),
  );
  const selected = await selectLeases(leases, { repository, runId });
  if (selected.length === 0) note(context, 'No lease is selected; nothing is revoked.', options);
  return selected;
}

async function selectNamed(
  context: Context,
  client: Client,
  { names, legacy }: RevokeOptions & { readonly names: readonly string[] },
): Promise<FoundLease[]> {
  const leases: FoundLease[] = [];
  for (const name of names) {
    const found = await findLease(client, { lease: name, legacy, signal: context.signal });
    if (found) leases.push(found);
    else {
      warn(
        context,
        `The lease ${name} was not found: it was revoked before, is misspelled, or is a session of an assumed role, which ends by itself.`,
      );
    }
  }
  return leases;
}

async function revokeOne(
  { signal }: Context,
  client: Client,
  { lease, dryRun }: { readonly lease: FoundLease; readonly dryRun: boolean },
): Promise<{ readonly result: Result; readonly error?: unknown }> {
  const { apiKey, name } = lease.record;
  const facts = { key: apiKey, name };
  if (dryRun) return { result: { outcome: 'due', ...facts, reason: 'A dry run revokes nothing.' } };
  try {
    const { outcome, reason } = await revoke(client, lease.record, { signal });
    return { result: { outcome, ...facts, reason } };
  } catch (error) {
    return { result: { outcome: 'failed', ...facts, reason: messageOf(error) }, error };
  }
}
