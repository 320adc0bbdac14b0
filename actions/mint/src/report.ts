// What the log says of a lease, minted or planned.
import { plainLines } from '@x/action-kit';
import type { CompiledScope, Lease, PreparedLease } from '@x/exo-iam';

import { allowanceOf, type Allowance } from './allowance.ts';
import type { MintInputs } from './read-inputs.ts';

/** The lines under `Minted …`. */
export function describeLease(
  lease: Lease,
  { revoke, scope: asked }: Pick<MintInputs, 'revoke' | 'scope'>,
): string {
  const { apiKey, name, method, role, expiresAt, enforcedBy, scope } = lease;
  const fate =
    method === 'assume-role'
      ? 'which nobody can revoke sooner than it expires'
      : revoke
        ? 'to be revoked when this job ends'
        : 'which this job will not revoke';
  const until = new Date(expiresAt * 1000).toISOString();
  return plainLines([
    `Minted ${apiKey}, ${fate}.`,
    ...allowanceLines(allowanceOf(lease, asked)),
    `  until   ${until}, ${enforcement[enforcedBy]}`,
    `  name    ${name}`,
    ...(role ? [`  role    ${role.name === name ? role.id : `${role.name} (${role.id})`}`] : []),
    ...noteLines(scope),
  ]);
}

/** A dry run. */
export function describePreparation(
  { method, enforcedBy, scope, policy, role }: PreparedLease,
  { scope: asked }: Pick<MintInputs, 'scope'>,
): string {
  return plainLines([
    'Dry run: nothing is made.',
    `  method  ${method}, its deadline ${enforcement[enforcedBy]}`,
    ...allowanceLines(allowanceOf({ role, scope }, asked)),
    ...(role ? [`  role    ${role.name} (${role.id})`] : []),
    ...tagLines(scope),
    ...noteLines(scope),
    ...(policy ? ['  policy', ...JSON.stringify(policy, undefined, 2).split('\n')] : []),
  ]);
}

const enforcement = {
  server: 'enforced by the server',
  sweep: 'enforced by nobody but this job and a sweep',
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
