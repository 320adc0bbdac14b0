// `exo-lease sweep`: revokes the leases that crashes left behind.
import {
  countOutcomes,
  parseDuration,
  sweep,
  type SweepOptions,
  type SweptLease,
} from '@x/exo-iam';

import { connect } from '../connect.ts';
import type { Context, GlobalOptions } from '../context.ts';
import { ExoLeaseError } from '../errors.ts';
import { messageOf } from '../message-of.ts';
import { note } from '../output/messages.ts';
import { printList, type Result } from '../output/print.ts';
import { withProgress } from '../output/progress.ts';

export interface SweepCommandOptions extends GlobalOptions {
  readonly prefix: string;
  readonly grace: string;
  readonly maxKeys: string;
  readonly dryRun: boolean;
  readonly legacy: boolean;
}

export async function sweepLeases(context: Context, options: SweepCommandOptions): Promise<void> {
  const { prefix, dryRun, legacy, quiet, grace, maxKeys } = options;
  const graceSeconds = parseDuration(grace, {
    field: 'grace',
    minSeconds: 0,
    maxSeconds: 24 * 3600,
  });
  const limits = { graceSeconds, maxRevocations: readCount(maxKeys) };
  const { client } = await connect(context, options);
  const isOver = await jobLookup(context);
  const swept = await withProgress(context, { text: 'Sweeping', quiet }, () =>
    sweep(client, {
      prefix,
      dryRun,
      legacy,
      ...limits,
      signal: context.signal,
      ...(isOver && { isOver }),
    }),
  );
  context.signal.throwIfAborted();
  const columns = ['outcome', 'key', 'name', 'reason'];
  printList(context, swept.map(toResult), { columns, ...options });
  const counts = Object.entries(countOutcomes(swept)).map(([outcome, n]) => `${n} ${outcome}`);
  note(context, `${counts.join(', ')}.`, options);
  throwFirst(swept);
}

// Without a token, deadlines decide.
async function jobLookup({ env, signal }: Context): Promise<SweepOptions['isOver']> {
  const token = env['GITHUB_TOKEN'];
  if (!token) return undefined;
  const { createJobLookup } = await import('@x/github-jobs');
  const lookup = createJobLookup({
    token,
    apiUrl: env['GITHUB_API_URL'] || 'https://api.github.com',
    serverUrl: env['GITHUB_SERVER_URL'] || 'https://github.com',
    signal,
  });
  return (holder) => lookup.isOver(holder);
}

function toResult(lease: SweptLease): Result {
  const { record, outcome, reason } = lease;
  const error = lease.outcome === 'failed' ? messageOf(lease.error) : undefined;
  return { outcome, key: record.apiKey, name: record.name, reason: error ?? reason };
}

// The others were swept anyway. The first failure sets the exit code.
function throwFirst(swept: readonly SweptLease[]): void {
  const failed = swept.find((lease) => lease.outcome === 'failed');
  if (failed) throw failed.error;
}

function readCount(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new ExoLeaseError(
    'ERR_USAGE',
    `The option --max-keys is ${JSON.stringify(text)}. Expected a whole number such as 1000.`,
  );
}
