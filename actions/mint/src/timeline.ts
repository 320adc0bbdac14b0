// A Mermaid timeline of a lease, which GitHub renders in a job summary.
import type { LeaseRecord } from '@x/exo-iam';

import type { HandedOut } from './mint-state.ts';

export interface TimelineFacts {
  readonly key: string;
  readonly record: LeaseRecord;
  readonly handedOut: HandedOut;
  /** UNIX seconds. */
  readonly endedAt: number;
}

export function timeline({ key, record, handedOut, endedAt }: TimelineFacts): string[] {
  const { mintedAt, enforcedBy } = handedOut;
  // Mermaid drops a bar without a length.
  const end = Math.max(endedAt, mintedAt + 1);
  const rest =
    enforcedBy === 'server' ? 'refused by the server from here on' : 'swept from here on';
  return [
    '```mermaid',
    'gantt',
    '  dateFormat X',
    '  axisFormat %H:%M:%S',
    `  section ${key}`,
    `  lived :done, ${mintedAt}, ${end}`,
    `  ${rest} :milestone, crit, ${record.expiresAt}, 0s`,
    '```',
    '',
  ];
}
