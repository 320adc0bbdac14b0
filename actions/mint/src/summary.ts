// The Markdown of the job summary.
import type { Lease, LeaseRecord, Revocation, UsageReport } from '@x/exo-iam';

import type { HandedOut } from './mint-state.ts';
import type { MintInputs } from './read-inputs.ts';
import { timeline } from './timeline.ts';

/** What was minted, for whom and until when. */
export function mintSummary(lease: Lease, { leg }: Pick<MintInputs, 'leg'>): string {
  const { apiKey, name, method, role, scope, expiresAt, enforcedBy } = lease;
  const rows = [
    ['key', code(apiKey)],
    ['may', mayDo(lease)],
    ['until', new Date(expiresAt * 1000).toISOString()],
    ['ended by', enforcedBy === 'server' ? 'the server' : 'this job, else a sweep'],
    ['method', code(method)],
    ['role', role ? code(role.name) : '(none)'],
    ['name', code(name)],
  ];
  const notes = (scope?.notes ?? []).map((note) => `- ${note}`);
  return [
    `### Exoscale key for this job${leg && ` (${leg})`}`,
    '',
    '| | |',
    '| --- | --- |',
    ...rows.map(([what, value]) => `| ${what} | ${value} |`),
    '',
    ...(notes.length > 0 ? [...notes, ''] : []),
  ].join('\n');
}

// A whole class has a hundred operations; the policy has them all.
const mostOperations = 20;

function mayDo({ scope, role }: Lease): string {
  if (!scope) return role ? `what the role ${code(role.name)} may` : 'see the inputs';
  const classes = Object.entries(scope.operations).map(([serviceClass, names]) => {
    const more = names.length > mostOperations ? ` and ${names.length - mostOperations} more` : '';
    return `${serviceClass}: ${names.slice(0, mostOperations).map(code).join(', ')}${more}`;
  });
  return classes.join('<br>') || 'what its policy says';
}

/** What became of it. */
export interface Ending {
  readonly record: LeaseRecord;
  readonly handedOut: HandedOut | undefined;
  readonly revocation: Revocation;
  /** UNIX seconds. */
  readonly endedAt: number;
  readonly usage: UsageReport | undefined;
}

export function endSummary(ending: Ending): string {
  const { record, handedOut, revocation, endedAt, usage } = ending;
  const key = record.apiKey ?? record.name;
  const lived = handedOut
    ? `after ${duration(endedAt - handedOut.mintedAt)}`
    : 'before it was used';
  const fate = {
    deleted: `revoked ${lived}`,
    gone: `gone already, ${lived}`,
    expires: `expires at ${new Date(record.expiresAt * 1000).toISOString()}`,
  };
  return [
    `#### ${code(key)}: ${fate[revocation.key]}`,
    '',
    ...(usage ? usageLines(usage) : []),
    ...(handedOut ? timeline({ key, record, handedOut, endedAt }) : []),
  ].join('\n');
}

function usageLines({ used, unused, reads, note, suggestion }: UsageReport): string[] {
  const rows = used.map(({ operation, count }) => `| ${code(operation)} | ${count} |`);
  return [
    '| operation | calls |',
    '| --- | --- |',
    ...rows,
    ...unused.map((operation) => `| ${code(operation)} | never |`),
    ...(reads.length > 0 ? [`| ${reads.map(code).join(', ')} | not recorded |`] : []),
    '',
    note,
    '',
    'Enough would have been:',
    '',
    '```yaml',
    'operations: |',
    ...suggestion.map((operation) => `  ${operation}`),
    '```',
    '',
  ];
}

function duration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}

function code(text: string): string {
  return `\`${text}\``;
}
