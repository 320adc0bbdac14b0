// What a log says of a lease, minted or planned: lines of text, which may hold what the API answered.
import type { CompiledScope } from '../scope/scope.ts';
import { allowanceOf, type Allowance } from './allowance.ts';
import type { LeaseScope } from './mint-request.ts';
import type { Lease } from './mint.ts';
import type { PlannedLease } from './plan-lease.ts';

/** How to describe a lease. */
export interface DescribeOptions {
  /** The scope of the request. */
  readonly scope: LeaseScope;
  /** What becomes of the key, after a comma: `to be revoked when this job ends`. */
  readonly fate: string;
}

/** The lines about a minted key. None of them holds its secret. */
export function describeLease(lease: Lease, { scope: asked, fate }: DescribeOptions): string[] {
  const { apiKey, name, role, expiresAt, enforcedBy, scope } = lease;
  const until = new Date(expiresAt * 1000).toISOString();
  return [
    `Minted ${apiKey}, ${fate}.`,
    ...allowanceLines(allowanceOf(lease, asked)),
    `  until   ${until}, ${enforcement[enforcedBy]}`,
    `  name    ${name}`,
    ...(role ? [`  role    ${role.name === name ? role.id : `${role.name} (${role.id})`}`] : []),
    ...noteLines(scope),
  ];
}

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

const enforcement = {
  server: 'enforced by the server',
  sweep: 'not enforced by the server',
} as const;

function allowanceLines({ classes, words, resources }: Allowance): string[] {
  return [
    ...classes.map(
      ([serviceClass, operations]) => `  may     ${operations.join(', ')} (${serviceClass})`,
    ),
    ...(words === undefined ? [] : [`  may     ${words}`]),
    ...(resources.length > 0 ? [`  only    ${resources.join(', ')}`] : []),
  ];
}

function tagLines(scope: CompiledScope | undefined): string[] {
  return Object.entries(scope?.tags ?? {}).map(
    ([tag, operations]) => `  tag     ${tag}: ${operations.join(', ')}`,
  );
}

function noteLines(scope: CompiledScope | undefined): string[] {
  return (scope?.notes ?? []).map((note) => `  note    ${note}`);
}
