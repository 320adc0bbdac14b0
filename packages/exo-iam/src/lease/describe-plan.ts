// What a log says of a dry run: lines of text, which may hold what the API answered.
import type { CompiledScope } from '../scope/scope.ts';
import { allowanceOf } from './allowance.ts';
import { allowanceLines, enforcement, noteLines, type DescribeOptions } from './describe-lease.ts';
import type { PlannedLease } from './plan-lease.ts';

/** The lines about a dry run. */
export function describePlan(
  { method, enforcedBy, scope, policy, role }: PlannedLease,
  { scope: asked }: Pick<DescribeOptions, 'scope'>,
): string[] {
  return [
    'Dry run: nothing is made.',
    `  method  ${method}, its deadline ${enforcement[enforcedBy]}`,
    ...allowanceLines(allowanceOf({ role, scope }, asked)),
    ...(role ? [`  role    ${role.name} (${role.id})`] : []),
    ...tagLines(scope),
    ...noteLines(scope),
    ...(policy ? ['  policy', ...JSON.stringify(policy, undefined, 2).split('\n')] : []),
  ];
}

function tagLines(scope: CompiledScope | undefined): string[] {
  return Object.entries(scope?.tags ?? {}).map(
    ([tag, operations]) => `  tag     ${tag}: ${operations.join(', ')}`,
  );
}
