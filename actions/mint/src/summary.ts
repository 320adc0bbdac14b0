// The Markdown of the job summary after `main`: what was minted or would be.
import { code, prose } from '@x/action-kit';
import {
  allowanceOf,
  type Allowance,
  type CompiledScope,
  type Lease,
  type PlannedLease,
} from '@x/exo-iam';

import type { MintInputs } from './read-inputs.ts';

/** What was minted, for which job and until when. */
export function mintSummary(
  lease: Lease,
  { leg, scope: asked, sealTo }: SummaryInputs & Pick<MintInputs, 'sealTo'>,
): string {
  const { apiKey, name, method, role, scope, expiresAt, enforcedBy } = lease;
  return table(`Exoscale key for this job${legOf(leg)}`, scope, [
    ['key', code(apiKey)],
    ...allowanceRows(allowanceOf(lease, asked)),
    ['until', new Date(expiresAt * 1000).toISOString()],
    ['ended by', enforcedBy === 'server' ? 'the server' : 'this job, else a sweep'],
    ['method', code(method)],
    ...(sealTo ? [['sealed to', code(sealTo)]] : []),
    ...(role && role.name !== name ? [['role', code(role.name)]] : []),
    ['name', code(name)],
  ]);
}

/** What a dry run found: what would be minted. */
export function planSummary(plan: PlannedLease, { leg, scope: asked }: SummaryInputs): string {
  const { method, role, scope, policy, enforcedBy } = plan;
  const rows = [
    ...allowanceRows(allowanceOf({ role, scope }, asked)),
    ['ended by', enforcedBy === 'server' ? 'the server' : 'this job, else a sweep'],
    ['method', code(method)],
    ...(role ? [['role', code(role.name)]] : []),
  ];
  const json = policy ? ['```json', JSON.stringify(policy, undefined, 2), '```', ''] : [];
  return [
    table(`Dry run of an Exoscale key${legOf(leg)}: nothing was made`, scope, rows),
    ...json,
  ].join('\n');
}

type SummaryInputs = Pick<MintInputs, 'leg' | 'scope'>;

function legOf(leg: string): string {
  return leg && ` (${prose(leg)})`;
}

function allowanceRows(allowance: Allowance): string[][] {
  const { resources } = allowance;
  const only = resources.length > 0 ? [['only', resources.map(code).join(', ')]] : [];
  return [['may', mayDo(allowance)], ...only];
}

function table(
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
