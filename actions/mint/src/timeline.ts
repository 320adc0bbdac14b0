// A Mermaid timeline of a lease, which GitHub renders in a job summary.
import type { LeaseRecord } from '@x/exo-iam';

import type { Fate } from './end-lease.ts';
import type { HandedOut } from './mint-state.ts';

export interface TimelineFacts {
  readonly record: Pick<LeaseRecord, 'expiresAt'>;
  readonly handedOut: Pick<HandedOut, 'mintedAt' | 'enforcedBy'>;
  readonly fate: Fate;
  /** UNIX seconds. */
  readonly endedAt: number;
}

export function timeline(facts: TimelineFacts): string[] {
  const { record, handedOut, fate, endedAt } = facts;
  const { mintedAt, enforcedBy } = handedOut;
  const ended = fate === 'revoked' || fate === 'gone';
  // Mermaid drops a bar without a length.
  const end = ended ? Math.max(endedAt, mintedAt + 1) : record.expiresAt;
  const rest =
    enforcedBy === 'server' ? 'refused by the server from here on' : 'swept from here on';
  return [
    '```mermaid',
    'gantt',
    // Milliseconds: with seconds (`X`), Mermaid reads the start as milliseconds and the end as seconds.
    '  dateFormat x',
    '  axisFormat %H:%M:%S',
    '  todayMarker off',
    // A longer name would lie below the bars.
    '  section key',
    `  ${ended ? 'lived :done' : 'lives on :active'}, ${mintedAt}000, ${end}000`,
    `  ${rest} :milestone, crit, ${record.expiresAt}000, 0s`,
    '```',
    '',
  ];
}
