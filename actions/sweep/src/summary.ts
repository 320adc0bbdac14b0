// The Markdown of the job summary.
import { code, prose } from '@x/action-kit';
import type { SweptLease } from '@x/exo-iam';

import { countOutcomes, errorOf } from './report.ts';

// GitHub shows a mebibyte of summary; nobody reads a thousand rows.
const mostRows = 200;

export function sweepSummary(swept: readonly SweptLease[]): string {
  const counts = Object.entries(countOutcomes(swept));
  const told = counts.map(([outcome, count]) => `${count} ${outcome}`).join(', ');
  const acted = swept.filter(({ outcome }) => outcome !== 'kept');
  const rows = acted.slice(0, mostRows).map((lease) => {
    const { identity, record, outcome, reason } = lease;
    const { owner, repository, runId, runAttempt } = identity;
    const key = record.apiKey === undefined ? '(role alone)' : code(record.apiKey);
    const until = new Date(record.expiresAt * 1000).toISOString();
    return `| ${outcome} | ${key} | ${owner}/${repository} | ${runId} (${runAttempt}) | ${until} | ${prose(errorOf(lease) ?? reason)} |`;
  });
  const more = acted.length > mostRows ? [`… and ${acted.length - mostRows} more.`, ''] : [];
  return [
    `### Exoscale leases: ${told}`,
    '',
    ...(rows.length > 0 ? [...head, ...rows, '', ...more] : []),
  ].join('\n');
}

const head = [
  '| outcome | key | repository | run (attempt) | deadline | why |',
  '| --- | --- | --- | --- | --- | --- |',
];
