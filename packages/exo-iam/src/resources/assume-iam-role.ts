// Assuming a role: a key that only its deadline ends. Schema: assume-iam-role, marked [BETA].
import type { CallOptions, Client } from '../client/create-client.ts';
import { checkKeyAnswer } from './check-key-answer.ts';
import type { IamRule } from './iam-policy.ts';

/** Who may assume a role: the first rule whose expression is true decides. */
export interface IamAssumeRolePolicy {
  readonly rules: readonly IamAssumeRoleRule[];
}

/** Who may assume a role. The first rule whose expression is true decides. */
export interface IamAssumeRoleRule extends IamRule {
  readonly resources?: readonly string[];
}

/** A key that acts as a role for a while. The secret is never shown again. */
export interface AssumedRole {
  readonly key: string;
  readonly secret: string;
  readonly name: string;
  readonly 'org-id': string;
  readonly 'role-id': string;
  /** When the API itself ends the key. */
  readonly 'expires-at': string;
}

/** Which role to assume, and for how long. */
export interface AssumeIamRoleOptions extends CallOptions {
  /** How long the key works, in whole seconds; at most the role's `max-session-ttl`. */
  readonly ttlSeconds: number;
}

/**
 * Assumes a role whose `assume-role-policy` lets the signing key do so. No documented operation lists
 * or revokes the key, so ask for no more time than is needed. Never repeated blindly: when the answer is
 * lost, a key may exist whose secret nobody has, until its deadline.
 */
export async function assumeIamRole(
  client: Client,
  id: string,
  { ttlSeconds, signal }: AssumeIamRoleOptions,
): Promise<AssumedRole> {
  const name = 'assume-iam-role';
  const request = { path: { id }, body: { ttl: ttlSeconds }, signal };
  return checkKeyAnswer(name, await client.request<AssumedRole>(name, request));
}
