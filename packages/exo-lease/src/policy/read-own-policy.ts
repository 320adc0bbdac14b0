// The policies that restrict the key in use.
import {
  getIamOrganizationPolicy,
  hasCode,
  resolveTemplate,
  type Client,
  type IamPolicy,
  type Template,
} from '@x/exo-iam';

export interface OwnPolicies {
  readonly own: Template;
  /** Undefined if the key may not read it. */
  readonly organization: IamPolicy | undefined;
}

/** @throws {ExoIamError} `ERR_POLICY_DENIED` if the key may not read its own role. */
export async function readOwnPolicies(
  client: Client,
  apiKey: string,
  { signal }: { readonly signal: AbortSignal },
): Promise<OwnPolicies> {
  const [own, organization] = await Promise.all([
    resolveTemplate(client, apiKey, { signal }),
    getIamOrganizationPolicy(client, { signal }).catch((error: unknown) => {
      if (hasCode(error, 'ERR_POLICY_DENIED', 'ERR_FORBIDDEN', 'ERR_NOT_FOUND')) return undefined;
      throw error;
    }),
  ]);
  return { own, organization };
}
