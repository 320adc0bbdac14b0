// What the sweep action does: judge every lease by its job and its deadline, or select all, revoke, report.
import {
  ActionError,
  createJobClient,
  plain,
  readConnection,
  writeSummary,
  type Step,
} from '@x/action-kit';
import { countOutcomes, sweep, type OutcomeCounts, type SweptLease } from '@x/exo-iam';
import { createJobLookup, type JobLookup, type JobLookupOptions } from '@x/github-jobs';

import { fitReport } from './fit-report.ts';
import { readInputs } from './read-inputs.ts';
import { errorOf, toReport } from './report.ts';
import { sweepSummary } from './summary.ts';

const progressEvery = 100;

export async function sweepLeases(
  step: Step,
  { createOctokit }: Required<Pick<JobLookupOptions, 'createOctokit'>>,
): Promise<void> {
  const { core, env, signal } = step;
  const connection = readConnection(step);
  const { token, ...options } = readInputs(step);
  const apiUrl = env['GITHUB_API_URL'] || 'https://api.github.com';
  const serverUrl = env['GITHUB_SERVER_URL'] || 'https://github.com';
  // To end all leases, GitHub is not asked, and no token is needed.
  const lookup = options.all
    ? undefined
    : createJobLookup({ token, apiUrl, serverUrl, signal, createOctokit });
  let done = 0;
  const swept = await sweep(createJobClient(step, connection), {
    ...options,
    signal,
    ...(lookup && { isOver: (holder) => lookup.isOver(holder) }),
    onSwept: (lease) => {
      done += 1;
      const tell = lease.outcome === 'kept' ? core.debug : core.info;
      tell(describe(lease));
      if (done % progressEvery === 0) core.info(`… ${done} leases done`);
    },
  });
  const counts = countOutcomes(swept);
  for (const [name, count] of Object.entries(counts)) core.setOutput(name, String(count));
  setReport(core, swept);
  core.info(conclusion(counts, lookup));
  await writeSummary(step, sweepSummary(swept));
  if (options.all) warnOfEnd(core, counts);
  else warnOfOrphans(core, counts);
  failIfAny(swept);
}

function describe(lease: SweptLease): string {
  const { outcome, record, reason } = lease;
  const error = errorOf(lease);
  const told = [`${outcome.padEnd(8)} ${record.name}: ${reason}`, ...(error ? [error] : [])];
  return plain(told.join('. '));
}

function conclusion(counts: OutcomeCounts, lookup: JobLookup | undefined): string {
  const { requests = 0, remaining } = lookup?.quota() ?? {};
  const left = remaining === undefined ? '' : `, ${remaining} left in this hour`;
  const outcomes = Object.entries(counts).map(([outcome, count]) => `${count} ${outcome}`);
  return `${outcomes.join(', ')}. Requests to GitHub: ${requests}${left}.`;
}

function setReport(core: Step['core'], swept: readonly SweptLease[]): void {
  const fitting = fitReport(toReport(swept));
  core.setOutput('report', JSON.stringify(fitting));
  if (fitting.length === swept.length) return;
  core.warning(
    `The output report has ${fitting.length} of ${swept.length} leases: GitHub limits the outputs of a job to 1 MB. The other outputs count all of them.`,
    { title: 'The report is not complete' },
  );
}

// The job of such a key should have revoked it, so somebody should know.
function warnOfOrphans(core: Step['core'], { revoked, due }: OutcomeCounts): void {
  if (revoked + due === 0) return;
  const done = revoked > 0 ? 'were revoked' : 'would be revoked';
  core.warning(
    `Leases that outlived their job or their deadline and ${done}: ${revoked + due}. A runner that dies leaves one behind; if there are more, check the summary.`,
    { title: 'Orphaned Exoscale leases' },
  );
}

function warnOfEnd(core: Step['core'], { revoked, due, failed }: OutcomeCounts): void {
  const told = due > 0 ? `${due} would be revoked` : `${revoked} were revoked, ${failed} were not`;
  core.warning(
    `Of all leases that the inputs select, including those of running jobs, ${told}. Leases that are minted from now on are not among them: replace the parent key first.`,
    { title: 'All Exoscale leases' },
  );
}

function failIfAny(swept: readonly SweptLease[]): void {
  const failed = swept.filter((lease) => lease.outcome === 'failed');
  const [first] = failed;
  if (!first) return;
  throw new ActionError(
    'ERR_SWEEP_INCOMPLETE',
    `${failed.length} of ${swept.length} leases could not be checked or not fully revoked. The first, ${first.record.name}: ${errorOf(first)}`,
    { cause: first.error },
  );
}
