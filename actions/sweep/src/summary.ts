// The Markdown of the job summary.
import { code, foldLong, prose } from '@x/action-kit';
import { countOutcomes, describeHolder, type SweptLease } from '@x/exo-iam';

import { errorOf } from './report.ts';

// GitHub shows up to 1 MiB of summary, and a thousand rows are too many to read.
const maxRows = 200;

export function sweepSummary(swept: readonly SweptLease[]): string {
  const counts = Object.entries(countOutcomes(swept));
  const told = counts.map(([outcome, count]) => `${count} ${outcome}`).join(', ');
  const failed = swept.filter(({ outcome }) => outcome === 'failed');
  const ended = swept.filter(({ outcome }) => outcome !== 'failed' && outcome !== 'kept');
  const changed = [...failed, ...ended];
  const rows = changed.slice(0, maxRows).map((lease) => {
    const { leaseName, record, outcome, reason } = lease;
    const key = record.apiKey === undefined ? '(role alone)' : code(record.apiKey);
    const until = new Date(record.expiresAt * 1000).toISOString();
    return `| ${outcome} | ${key} | ${prose(describeHolder(leaseName.holder))} | ${until} | ${prose(errorOf(lease) ?? reason)} |`;
  });
  const more = changed.length > maxRows ? [`… and ${changed.length - maxRows} more.`, ''] : [];
  return [
    `### Exoscale leases: ${told}`,
    '',
    ...(rows.length > 0
      ? [...foldLong(`${changed.length} leases`, [...head, ...rows]), '', ...more]
      : []),
  ].join('\n');
}

const head = ['| outcome | key | holder | deadline | why |', '| --- | --- | --- | --- | --- |'];
