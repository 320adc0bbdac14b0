// `exo-lease usage`: what a key was granted against what it used.
import { findLease, getIamRole, parseLeaseName, usageReport, type Client } from '@x/exo-iam';

import { connect } from '../connect.ts';
import type { Context, GlobalOptions } from '../context.ts';
import { note, warn } from '../output/messages.ts';
import { printJson, printList } from '../output/print.ts';
import { withProgress } from '../output/progress.ts';

const dayMs = 24 * 3600 * 1000;

export async function usage(
  context: Context,
  options: GlobalOptions,
  lease: string,
): Promise<void> {
  const { client } = await connect(context, options);
  const { signal } = context;
  const found = await findLease(client, { lease, signal });
  const name = found?.record.name ?? lease;
  const deadlineMs = (parseLeaseName(name)?.deadline ?? Infinity) * 1000;
  const until = Math.min(context.now(), deadlineMs);
  // A lease lives for at most a day. If only the key is known, the API has 30 days.
  const since = Number.isFinite(deadlineMs) ? deadlineMs - dayMs : context.now() - 30 * dayMs;
  const granted = await grantedTo(client, found?.record.roleId, { since, signal });
  const asked = {
    apiKey: found?.record.apiKey ?? lease,
    name,
    operations: granted ?? [],
    since: new Date(since),
    until: new Date(until),
  };
  const report = await withProgress(
    context,
    { text: 'Reading the audit trail of every zone', quiet: options.quiet },
    () => usageReport(client, asked, { signal }),
  );
  if (!granted) {
    warn(context, `The role of ${lease} no longer exists, so what it was granted is unknown.`);
  }
  for (const { zone } of report.failures) warn(context, `The zone ${zone} could not be read.`);
  if (options.outputFormat === 'json') return printJson(context, toJson(report, granted));
  const rows = [
    ...report.used.map((use) => ({ ...use, outcome: 'used' })),
    ...report.denied.map((use) => ({ ...use, outcome: 'denied' })),
    ...report.unused.map((operation) => ({ operation, outcome: 'unused' })),
    ...report.reads.map((operation) => ({ operation, outcome: 'not recorded' })),
    ...report.uncatalogued.map((operation) => ({ operation, outcome: 'not recorded' })),
  ];
  printList(context, rows, { columns: ['operation', 'outcome', 'count', 'zones'], ...options });
  note(context, `note: ${report.note}`, options);
  if (granted && report.complete) {
    note(
      context,
      `This scope would be enough: --operation ${report.suggestion.join(',')}`,
      options,
    );
  }
}

type Report = Awaited<ReturnType<typeof usageReport>>;

function toJson(report: Report, granted: readonly string[] | undefined): object {
  const { name, used, denied, unused, reads, uncatalogued, suggestion, complete, failures } =
    report;
  const uses = (list: Report['used']): object[] =>
    list.map(({ operation, count, zones }) => ({ operation, count, zones }));
  return {
    name,
    granted: granted ?? null,
    used: uses(used),
    denied: uses(denied),
    unused,
    'not-recorded': [...reads, ...uncatalogued],
    suggestion: granted ? suggestion : null,
    complete: complete && granted !== undefined,
    'unread-zones': failures.map(({ zone }) => zone),
  };
}

// Evaluates the policy for the whole catalogue, at a time before its deadline, to find what was granted.
async function grantedTo(
  client: Client,
  roleId: string | undefined,
  { since, signal }: { readonly since: number; readonly signal: AbortSignal },
): Promise<string[] | undefined> {
  if (roleId === undefined) return undefined;
  const { policy } = await getIamRole(client, roleId, { signal });
  if (!policy) return undefined;
  const { grantedOperations } = await import('../policy/granted-operations.ts');
  return grantedOperations(policy, since);
}
