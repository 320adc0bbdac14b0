// The Markdown of the job summary.
import type { Lease, LeaseRecord, Revocation } from '@x/exo-iam';

/** What was minted, for whom and until when. */
export function mintSummary(lease: Lease): string {
  const { apiKey, scope, expiresAt } = lease;
  const operations = Object.entries(scope?.operations ?? {}).flatMap(([serviceClass, names]) =>
    names.map((name) => `\`${name}\` (${serviceClass})`),
  );
  return [
    '### Exoscale key for this job',
    '',
    '| key | may | until | enforced by |',
    '| --- | --- | --- | --- |',
    `| \`${apiKey}\` | ${operations.join('<br>')} | ${new Date(expiresAt * 1000).toISOString()} | the server |`,
    '',
  ].join('\n');
}

/** What became of it. */
export function revokeSummary(record: LeaseRecord, revocation: Revocation): string {
  const key = record.apiKey ? `\`${record.apiKey}\`` : `\`${record.name}\``;
  const fate = revocation.key === 'deleted' ? 'revoked at the end of the job' : 'gone already';
  return `Exoscale key ${key}: ${fate}; role: ${revocation.role}.\n`;
}
