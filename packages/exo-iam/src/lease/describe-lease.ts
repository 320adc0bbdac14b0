// What a log says of a lease: lines of text, which may hold what the API answered.
import type { CompiledScope } from '../scope/scope.ts';
import { allowanceOf, type Allowance } from './allowance.ts';
import type { LeaseScope } from './mint-request.ts';
import type { Lease } from './mint.ts';

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

export const enforcement = {
  server: 'enforced by the server',
  sweep: 'not enforced by the server',
} as const;

export function allowanceLines({ classes, words, resources }: Allowance): string[] {
  return [
    ...classes.map(
      ([serviceClass, operations]) => `  may     ${operations.join(', ')} (${serviceClass})`,
    ),
    ...(words === undefined ? [] : [`  may     ${words}`]),
    ...(resources.length > 0 ? [`  only    ${resources.join(', ')}`] : []),
  ];
}

export function noteLines(scope: CompiledScope | undefined): string[] {
  return (scope?.notes ?? []).map((note) => `  note    ${note}`);
}
