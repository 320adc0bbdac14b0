// The resource `iam-role`. Schemas: create-iam-role, list-iam-roles, get-iam-role, delete-iam-role.
import { ExoIamError } from '../errors.ts';
import type { IamPolicy } from '../scope/policy.ts';
import type { CallOptions, Client } from './create-client.ts';
import { waitForOperation, type ApiOperation } from './operation.ts';

/** A role, as it is listed. */
export interface IamRole {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly editable?: boolean;
  readonly labels?: Readonly<Record<string, string>>;
  readonly policy?: IamPolicy;
}

/** A role to be made. The policy is not optional: without one the API would allow everything. */
export interface NewIamRole {
  /** 1 to 191 characters. */
  readonly name: string;
  /** 1 to 255 characters. */
  readonly description?: string;
  readonly policy: IamPolicy;
}

/** Creates a role, waits for it and gives its id. */
export async function createIamRole(
  client: Client,
  role: NewIamRole,
  { signal }: CallOptions = {},
): Promise<string> {
  const answer = await client.request<ApiOperation>('create-iam-role', { body: role, signal });
  const { reference } = await waitForOperation(client, answer, { signal });
  if (reference?.id) return reference.id;
  throw new ExoIamError(
    'ERR_ANSWER_UNREADABLE',
    'create-iam-role did not say the id of the role.',
    {
      operation: 'create-iam-role',
      uncertain: true,
    },
  );
}

/** Every role of the organisation; there are no pages. */
export async function listIamRoles(
  client: Client,
  { signal }: CallOptions = {},
): Promise<IamRole[]> {
  const answer = await client.request<{ 'iam-roles'?: IamRole[] }>('list-iam-roles', { signal });
  return answer['iam-roles'] ?? [];
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
  const operation = await client.request<ApiOperation>('delete-iam-role', { path: { id }, signal });
  await waitForOperation(client, operation, { signal });
}
