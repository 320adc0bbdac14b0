// Creates a role for a caller whose types may not say that a policy is required.
import type { CallOptions, Client } from '../client/create-client.ts';
import { ExoIamError } from '../errors.ts';
import { createIamRole as create, type NewIamRole } from './iam-role.ts';

/**
 * Creates a role, waits for it and gives its id.
 *
 * @throws {ExoIamError} `ERR_POLICY_INVALID` for a role without a policy.
 */
export async function createIamRole(
  client: Client,
  role: NewIamRole,
  options: CallOptions = {},
): Promise<string> {
  if (typeof role?.policy === 'object' && role.policy) return create(client, role, options);
  throw new ExoIamError(
    'ERR_POLICY_INVALID',
    'The role has no policy, and the API may let such a role do everything. Expected one, such as the policy of compileScope.',
    { field: 'policy' },
  );
}
