// The Markdown of the job summary after `main`: what was minted.
import { code, prose } from '@x/action-kit';
import { allowanceOf, type Allowance, type Lease } from '@x/exo-iam';

import type { MintInputs } from './read-inputs.ts';

/** What was minted, for whom and until when. */
export function mintSummary(
  lease: Lease,
  { leg, scope: asked }: Pick<MintInputs, 'leg' | 'scope'>,
): string {
  const allowance = allowanceOf(lease, asked);
  const { apiKey, name, method, role, scope, expiresAt, enforcedBy } = lease;
  const rows = [
    ['key', code(apiKey)],
    ['may', mayDo(allowance)],
    ...(allowance.resources.length > 0 ? [['only', allowance.resources.map(code).join(', ')]] : []),
    ['until', new Date(expiresAt * 1000).toISOString()],
    ['ended by', enforcedBy === 'server' ? 'the server' : 'this job, else a sweep'],
    ['method', code(method)],
    ...(role && role.name !== name ? [['role', code(role.name)]] : []),
    ['name', code(name)],
  ];
  const notes = (scope?.notes ?? []).map((note) => `- ${prose(note)}`);
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
const maxOperations = 20;

function mayDo({ classes, words }: Allowance): string {
  if (words !== undefined) return prose(words);
  return classes
    .map(([serviceClass, names]) => {
      const rest = names.length - maxOperations;
      const more = rest > 0 ? ` and ${rest} more` : '';
      return `${serviceClass}: ${names.slice(0, maxOperations).map(code).join(', ')}${more}`;
    })
    .join('<br>');
}
