// The Markdown of the job summary after `post`: what became of the key, and what it was used for.
import { code, foldLong } from '@x/action-kit';
import type { LeaseRecord, UsageReport } from '@x/exo-iam';

import type { Fate } from './end-lease.ts';
import type { HandedOut } from './mint-state.ts';
import { timeline } from './timeline.ts';

export interface EndFacts {
  readonly record: Pick<LeaseRecord, 'apiKey' | 'name' | 'expiresAt'>;
  readonly handedOut: Pick<HandedOut, 'mintedAt' | 'enforcedBy' | 'byName'> | undefined;
  readonly fate: Fate;
  /** UNIX seconds. */
  readonly endedAt: number;
  readonly usage: UsageReport | undefined;
}

export function endSummary({ record, handedOut, fate, endedAt, usage }: EndFacts): string {
  const key = record.apiKey ?? record.name;
  const lived = handedOut && `after ${duration(endedAt - handedOut.mintedAt)}`;
  const until = new Date(record.expiresAt * 1000).toISOString();
  const fates = {
    revoked: `revoked ${lived ?? 'before it was handed out'}`,
    gone: lived === undefined ? 'nothing is left of it' : `already gone, ${lived}`,
    expires: `not revocable, ends at ${until}`,
    kept: `not revoked, as configured; its deadline is ${until}`,
    left: `**not revoked**; its deadline is ${until}`,
  };
  return [
    `#### ${code(key)}: ${fates[fate]}`,
    '',
    ...(usage ? usageLines(usage, handedOut?.byName ?? false) : []),
    ...(handedOut ? timeline({ record, handedOut, fate, endedAt }) : []),
  ].join('\n');
}

function usageLines(usage: UsageReport, byName: boolean): string[] {
  const { used, denied, unused, reads, uncatalogued, granted, note, suggestion, complete } = usage;
  const rows = [
    ...used.map(({ operation, count }) => [code(operation), `${count}`]),
    ...denied.map(({ operation, count }) => [code(operation), `${count}, refused`]),
    ...unused.map((operation) => [code(operation), 'none']),
    ...reads.map((operation) => [code(operation), 'not recorded']),
    ...uncatalogued.map((operation) => [code(operation), 'not known']),
  ];
  // A tag is kept: a list of all it stands for is not easier to read.
  const narrower =
    byName && complete && suggestion.length > 0 && suggestion.length < granted.length;
  const counts = `${used.length} used, ${denied.length} refused, ${unused.length} without calls`;
  return [
    ...foldLong(`Calls of ${rows.length} operations: ${counts}`, [
      '| operation | calls |',
      '| --- | --- |',
      ...rows.map(([operation, calls]) => `| ${operation} | ${calls} |`),
    ]),
    '',
    ...(complete ? [] : ['Not complete: a part of the audit trail could not be read.', '']),
    note,
    '',
    ...(narrower ? suggestionLines(suggestion) : []),
  ];
}

function suggestionLines(suggestion: readonly string[]): string[] {
  const operations = suggestion.map((operation) => `  ${operation}`);
  return [
    'These operations would have been enough:',
    '',
    ...foldLong(`${suggestion.length} operations`, [
      '```yaml',
      'operations: |',
      ...operations,
      '```',
    ]),
    '',
  ];
}

function duration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}
