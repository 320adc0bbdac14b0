// The Markdown of the job summary.
import { code, prose } from '@x/action-kit';
import { countOutcomes, describeHolder, type SweptLease } from '@x/exo-iam';

import { errorOf } from './report.ts';

// GitHub shows a mebibyte of summary; nobody reads a thousand rows.
const maxRows = 200;

export function sweepSummary(swept: readonly SweptLease[]): string {
  const counts = Object.entries(countOutcomes(swept));
  const told = counts.map(([outcome, count]) => `${count} ${outcome}`).join(', ');
  const acted = swept.filter(({ outcome }) => outcome !== 'kept');
  const rows = acted.slice(0, maxRows).map((lease) => {
    const { leaseName, record, outcome, reason } = lease;
    const key = record.apiKey === undefined ? '(role alone)' : code(record.apiKey);
    const until = new Date(record.expiresAt * 1000).toISOString();
    return `| ${outcome} | ${key} | ${prose(describeHolder(leaseName.holder))} | ${until} | ${prose(errorOf(lease) ?? reason)} |`;
  });
  const more = acted.length > maxRows ? [`… and ${acted.length - maxRows} more.`, ''] : [];
  return [
    `### Exoscale leases: ${told}`,
    '',
    ...(rows.length > 0 ? [...head, ...rows, '', ...more] : []),
  ].join('\n');
}

const head = ['| outcome | key | holder | deadline | why |', '| --- | --- | --- | --- | --- |'];
