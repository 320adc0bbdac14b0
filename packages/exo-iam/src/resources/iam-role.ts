// The resource `iam-role`. Schemas: iam-role and the operations on it.
import { checkObjects } from '../check-arguments.ts';
import type { CallOptions, Client } from '../client/create-client.ts';
import { ExoIamError } from '../errors.ts';
import type { IamAssumeRolePolicy } from './assume-iam-role.ts';
import type { IamPolicy } from './iam-policy.ts';
import { listOf } from './list-of.ts';
import { waitForOperation, type ApiOperation } from './operation.ts';

/** What a role may do beside its policy. */
export type IamRolePermission = 'bypass-governance-retention' | 'reset-iam-organization-policy';

/** Settings of a role. They can be changed later. */
export interface IamRoleSettings {
  /** 1 to 255 characters. */
  readonly description?: string;
  readonly permissions?: readonly IamRolePermission[];
  readonly labels?: Readonly<Record<string, string>>;
  /** The longest session of the role, in seconds. */
  readonly 'max-session-ttl'?: number;
  /** Who may assume the role. Without it, nobody may. */
  readonly 'assume-role-policy'?: IamAssumeRolePolicy;
}

/** A role, as it is listed. */
export interface IamRole extends IamRoleSettings {
  readonly id: string;
  /** Required when a role is made; the specification does not promise it of a listed one. */
  readonly name?: string | undefined;
  readonly editable?: boolean;
  readonly policy?: IamPolicy;
}

/** A role to create. The policy is required: without one the API would allow everything. */
export interface NewIamRole extends IamRoleSettings {
  /** 1 to 191 characters. */
  readonly name: string;
  readonly policy: IamPolicy;
  /** Default true. False is permanent: neither the role nor its policy can be changed again. */
  readonly editable?: boolean;
}

/** Creates a role whose policy was compiled or checked, waits for it and gives its id. */
export async function createIamRole(
  client: Client,
  role: NewIamRole,
  { signal }: CallOptions = {},
): Promise<string> {
  const answer = await client.request<ApiOperation>('create-iam-role', {
    body: role,
    signal,
  });
  const { reference } = await waitForOperation(client, answer, { signal });
  if (reference?.id) return reference.id;
  throw new ExoIamError(
    'ERR_ANSWER_UNREADABLE',
    'create-iam-role did not return the id of the role. A role may exist; look for it by its name.',
    {
      operation: 'create-iam-role',
      uncertain: true,
    },
  );
}

/** Every role of the organization. The API does not page the list. */
export async function listIamRoles(
  client: Client,
  { signal }: CallOptions = {},
): Promise<IamRole[]> {
  const name = 'list-iam-roles';
  return listOf(name, await client.request(name, { signal }), 'iam-roles');
}

/** One role, with its policy. */
export function getIamRole(
  client: Client,
  id: string,
  { signal }: CallOptions = {},
): Promise<IamRole> {
  return client.request('get-iam-role', { path: { id }, signal });
}

/** What to change about a role. A member that is left out stays as it is. */
export interface UpdateIamRoleOptions extends CallOptions {
  readonly changes: IamRoleSettings;
}

/** Changes a role, all but its name and its policy, and waits until that is done. */
export async function updateIamRole(
  client: Client,
  id: string,
  options: UpdateIamRoleOptions,
): Promise<void> {
  checkObjects({ options, changes: options?.changes });
  const { changes, signal } = options;
  const request = { path: { id }, body: changes, signal };
  const operation = await client.request<ApiOperation>('update-iam-role', request);
  await waitForOperation(client, operation, { signal });
}

/** The policy that takes the place of the present one. */
export interface UpdateIamRolePolicyOptions extends CallOptions {
  readonly policy: IamPolicy;
}

/** Replaces a role's policy, for every key of the role, and waits until that is done. */
export async function updateIamRolePolicy(
  client: Client,
  id: string,
  options: UpdateIamRolePolicyOptions,
): Promise<void> {
  checkObjects({ options, policy: options?.policy });
  const { policy, signal } = options;
  const request = { path: { id }, body: policy, signal };
  const operation = await client.request<ApiOperation>('update-iam-role-policy', request);
  await waitForOperation(client, operation, { signal });
}

/**
 * Deletes a role and waits until it is gone. The API refuses while a key is attached to it.
 *
 * @throws {ExoIamError} `ERR_NOT_FOUND` when it is gone already.
 */
export async function deleteIamRole(
  client: Client,
  id: string,
  { signal }: CallOptions = {},
): Promise<void> {
  const operation = await client.request<ApiOperation>('delete-iam-role', {
    path: { id },
    signal,
  });
  await waitForOperation(client, operation, { signal });
}
