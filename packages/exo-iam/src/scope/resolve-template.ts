// Takes over what an existing key or role may do, like «Use as a Template» in the portal.
import { getAccessKey, type AccessKey } from '../client/access-key.ts';
import { getApiKey, listApiKeys } from '../client/api-key.ts';
import type { CallOptions, Client } from '../client/create-client.ts';
import { getIamRole } from '../client/iam-role.ts';
import { ExoIamError, hasCode } from '../errors.ts';
import { compileScope } from './compile-scope.ts';
import { findRole } from './find-role.ts';
import type { IamPolicy } from './policy.ts';
import type { Template } from './scope.ts';

/**
 * The policy of a template: of a key (`EXO…` or its name), which is that of its role, or of a role (its
 * id or name). A legacy key's operations, tags and resources become a policy.
 *
 * @throws {ExoIamError} `ERR_TEMPLATE_NOT_FOUND`, `ERR_ROLE_AMBIGUOUS`, and for a legacy key the codes of
 *   `compileScope`.
 */
export async function resolveTemplate(
  client: Client,
  template: string,
  options: CallOptions = {},
): Promise<Template> {
  if (/^EXO[0-9a-z]+$/i.test(template)) return ofKey(client, template, options);
  try {
    const { id, name } = await findRole(client, template, options);
    return { source: `role ${name}`, policy: await policyOfRole(client, id, options) };
  } catch (error) {
    if (!hasCode(error, 'ERR_ROLE_NOT_FOUND')) throw error;
  }
  const key = (await listApiKeys(client, options)).find(({ name }) => name === template);
  if (!key) throw notFound(template);
  const policy = await policyOfRole(client, key['role-id'], options);
  return { source: `key ${template}`, policy };
}

async function ofKey(client: Client, key: string, options: CallOptions): Promise<Template> {
  const found = await unlessUnknown(getApiKey(client, key, options));
  if (found) {
    const policy = await policyOfRole(client, found['role-id'], options);
    return { source: `key ${key}`, policy };
  }
  const legacy = await unlessUnknown(getAccessKey(client, key, options));
  if (!legacy) throw notFound(key);
  return { source: `legacy key ${key}`, policy: policyOfAccessKey(legacy), accessKey: legacy };
}

async function policyOfRole(client: Client, id: string, options: CallOptions): Promise<IamPolicy> {
  const role = await getIamRole(client, id, options);
  return role.policy ?? allowAll;
}

// A role without a policy may do everything, and so may an unrestricted legacy key.
const allowAll: IamPolicy = { 'default-service-strategy': 'allow', services: {} };

function policyOfAccessKey({ operations = [], tags = [], resources = [] }: AccessKey): IamPolicy {
  if (operations.length + tags.length + resources.length === 0) return allowAll;
  const named = resources.map(
    (each) => `${each.domain}/${each['resource-type']}:${each['resource-name']}`,
  );
  return compileScope({ operations, tags, resources: named }).policy;
}

// Which code an unknown key gets is documented for its deletion only.
async function unlessUnknown<T>(asking: Promise<T>): Promise<T | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (hasCode(error, 'ERR_NOT_FOUND', 'ERR_NOT_IN_ORGANIZATION')) return undefined;
    throw error;
  }
}

function notFound(template: string): ExoIamError {
  return new ExoIamError(
    'ERR_TEMPLATE_NOT_FOUND',
    `There is no key and no role ${JSON.stringify(template)} in the organisation to take over. Expected a key (EXO…), or the name or id of a role; it may have been deleted.`,
    { field: 'template' },
  );
}
