// The resource `iam-organization-policy`. Schema: get-iam-organization-policy.
import type { CallOptions, Client } from '../client/create-client.ts';
import type { IamPolicy } from './iam-policy.ts';

/** What no key of the organization may exceed, whatever its role allows. */
export function getIamOrganizationPolicy(
  client: Client,
  { signal }: CallOptions = {},
): Promise<IamPolicy> {
  return client.request('get-iam-organization-policy', { signal });
}
