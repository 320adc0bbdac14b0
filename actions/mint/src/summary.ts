// The Markdown of the job summary after `main`: what was minted.
import { code, prose } from '@x/action-kit';
import { allowanceOf, type Allowance, type CompiledScope, type Lease } from '@x/exo-iam';

import type { MintInputs } from './read-inputs.ts';

/** What was minted, for which job and until when. */
export function mintSummary(lease: Omit<Lease, 'apiSecret'>, inputs: SummaryInputs): string {
  const { sealTo, broker } = inputs;
  const { apiKey, name, method, role, scope, expiresAt } = lease;
  return table(`Exoscale key for this job${legOf(inputs.leg)}`, scope, [
    ['key', code(apiKey)],
    ...allowanceRows(allowanceOf(lease, inputs.scope)),
    ['until', new Date(expiresAt * 1000).toISOString()],
    ['ended by', endedBy(lease, inputs)],
    broker ? ['minted by', code(broker)] : ['method', code(method)],
    ...(sealTo ? [['sealed to', code(sealTo)]] : []),
    ...(role && role.name !== name ? [['role', code(role.name)]] : []),
    ['name', code(name)],
  ]);
}

/** Who ends the key, and who does if that fails. */
export function endedBy(
  { method, enforcedBy }: Pick<Lease, 'method' | 'enforcedBy'>,
  { revoke, sealTo, broker }: Pick<MintInputs, 'revoke' | 'sealTo' | 'broker'>,
): string {
  if (method === 'assume-role') return 'the server, at that time';
  const job = sealTo ? 'a job of this run' : revoke && 'its job';
  if (enforcedBy === 'server') {
    return job ? `${job}; the server refuses it from then on` : 'the server, at that time';
  }
  const other = broker ? 'the broker' : 'a sweep';
  return job ? `${job}, else ${other}` : `${other}, from then on`;
}

export type SummaryInputs = Pick<MintInputs, 'leg' | 'scope' | 'revoke' | 'sealTo' | 'broker'>;

export function legOf(leg: string): string {
  return leg && ` (${prose(leg)})`;
}

export function allowanceRows(allowance: Allowance): string[][] {
  const { resources } = allowance;
  return [
    ['may', mayDo(allowance)],
    ...(resources.length > 0 ? [['only', resources.map(code).join(', ')]] : []),
  ];
}

export function table(
  title: string,
  scope: CompiledScope | undefined,
  rows: readonly (readonly string[])[],
): string {
  const notes = (scope?.notes ?? []).map((note) => `- ${prose(note)}`);
  return [
    `### ${title}`,
    '',
    '| | |',
    '| --- | --- |',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
    ...(notes.length > 0 ? [...notes, ''] : []),
  ].join('\n');
}

// A whole class has a hundred operations, which are folded.
function mayDo({ classes, words }: Allowance): string {
  if (words !== undefined) return prose(words);
  return classes
    .map(([serviceClass, names]) => {
      const list = names.map(code).join(', ');
      return names.length > 10
        ? `<details><summary>${serviceClass}: ${names.length}</summary>${list}</details>`
        : `${serviceClass}: ${list}`;
    })
    .join('<br>');
}
