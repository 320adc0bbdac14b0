// A Mermaid timeline of a lease, which GitHub renders in a job summary.
import type { LeaseRecord } from '@x/exo-iam';

import type { Fate } from './end-lease.ts';
import type { HandedOut } from './mint-state.ts';

export interface TimelineFacts {
  readonly key: string;
  readonly record: Pick<LeaseRecord, 'expiresAt'>;
  readonly handedOut: Pick<HandedOut, 'mintedAt' | 'enforcedBy'>;
  readonly fate: Fate;
  /** UNIX seconds. */
  readonly endedAt: number;
}

export function timeline(facts: TimelineFacts): string[] {
  const { key, record, handedOut, fate, endedAt } = facts;
  const { mintedAt, enforcedBy } = handedOut;
  const ended = fate === 'revoked' || fate === 'gone';
  // Mermaid drops a bar without a length.
  const end = ended ? Math.max(endedAt, mintedAt + 1) : record.expiresAt;
  const rest =
    enforcedBy === 'server' ? 'refused by the server from here on' : 'swept from here on';
  return [
    '```mermaid',
    'gantt',
    '  dateFormat X',
    '  axisFormat %H:%M:%S',
    // Anything else could be syntax of Mermaid's.
    `  section ${key.replace(/[^\w.-]+/g, ' ')}`,
    `  ${ended ? 'lived :done' : 'lives on :active'}, ${mintedAt}, ${end}`,
    `  ${rest} :milestone, crit, ${record.expiresAt}, 0s`,
    '```',
    '',
  ];
}
