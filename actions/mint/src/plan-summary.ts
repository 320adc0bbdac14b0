// The Markdown of the job summary after a dry run: what would be minted.
import { code, foldLong } from '@x/action-kit';
import { allowanceOf, type PlannedLease } from '@x/exo-iam';

import { allowanceRows, endedBy, legOf, table, type SummaryInputs } from './summary.ts';

/** What a dry run found: what would be minted. */
export function planSummary(plan: PlannedLease, inputs: SummaryInputs): string {
  const { method, role, scope, policy } = plan;
  const rows = [
    ...allowanceRows(allowanceOf({ role, scope }, inputs.scope)),
    ['ended by', endedBy(plan, inputs)],
    ['method', code(method)],
    ...(role ? [['role', code(role.name)]] : []),
  ];
  const json = policy
    ? ['```json', ...JSON.stringify(policy, undefined, 2).split('\n'), '```']
    : [];
  return [
    table(`Dry run of an Exoscale key${legOf(inputs.leg)}: nothing was made`, scope, rows),
    ...foldLong('The policy', json),
    '',
  ].join('\n');
}
