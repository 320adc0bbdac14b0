// Takes over what an existing key or role may do, like "Use as a Template" in the portal.
import type { CallOptions, Client } from '../client/create-client.ts';
import { ExoIamError, hasCode } from '../errors.ts';
import { getAccessKey, type AccessKey } from '../resources/access-key.ts';
import { getApiKey, listApiKeys } from '../resources/api-key.ts';
import type { IamPolicy } from '../resources/iam-policy.ts';
import { getIamRole, type IamRole } from '../resources/iam-role.ts';
import { compileScope } from '../scope/compile-scope.ts';
import type { Template } from '../scope/scope.ts';
import { findRole } from './find-role.ts';

const field = 'template';

/**
 * The policy of a template: of a key (`EXO…` or its name), which is that of its role, or of a role (its
 * id or name). A legacy key's operations, tags and resources become a policy.
 *
 * @throws {ExoIamError} `ERR_TEMPLATE_NOT_FOUND`; `ERR_ROLE_AMBIGUOUS` when two roles, or keys of two
 *   roles, have the name; for a legacy key the codes of `compileScope`.
 */
export async function resolveTemplate(
  client: Client,
  template: string,
  options: CallOptions = {},
): Promise<Template> {
  const key = looksLikeKey(template) ? await ofKey(client, template, options) : undefined;
  if (key) return key;
  const role = await findRoleOfName(client, template, options);
  const id = role?.id ?? (await findRoleOfKey(client, template, options));
  const policy = id === undefined ? undefined : await policyOfRole(client, id, options);
  if (!policy) throw notFound(template);
  return { source: role ? `role ${role.name ?? role.id}` : `key ${template}`, policy };
}

/** The legacy key of that id, or `undefined` when there is none. */
export async function findAccessKey(
  client: Client,
  key: string,
  options: CallOptions = {},
): Promise<AccessKey | undefined> {
  return looksLikeKey(key) ? unlessUnknown(getAccessKey(client, key, options)) : undefined;
}

// A role may be called like this too, so it is no more than a reason to look.
function looksLikeKey(text: string): boolean {
  return /^EXO[0-9a-z]+$/i.test(text);
}

async function ofKey(
  client: Client,
  key: string,
  options: CallOptions,
): Promise<Template | undefined> {
  const found = await unlessUnknown(getApiKey(client, key, options));
  if (found) {
    const policy = await policyOfRole(client, found['role-id'], options);
    if (!policy) throw notFound(key);
    return { source: `key ${key}`, policy };
  }
  const legacy = await findAccessKey(client, key, options);
  return legacy && { source: `legacy key ${key}`, policy: takeOver(legacy) };
}

async function findRoleOfName(
  client: Client,
  name: string,
  options: CallOptions,
): Promise<IamRole | undefined> {
  try {
    return await findRole(client, name, { ...options, field });
  } catch (error) {
    if (hasCode(error, 'ERR_ROLE_NOT_FOUND')) return undefined;
    throw error;
  }
}

async function findRoleOfKey(
  client: Client,
  name: string,
  options: CallOptions,
): Promise<string | undefined> {
  const keys = (await listApiKeys(client, options)).filter((key) => key.name === name);
  const [id, ...others] = new Set(keys.map((key) => key['role-id']));
  if (others.length === 0) return id;
  const named = keys.map(({ key }) => key).join(', ');
  throw new ExoIamError(
    'ERR_ROLE_AMBIGUOUS',
    `Keys of several roles are called ${JSON.stringify(name)}: ${named}. Name the one that is meant by its key (EXO…).`,
    { field },
  );
}

// None when the role is gone: a key may be listed for a while after its role was deleted.
async function policyOfRole(
  client: Client,
  id: string,
  options: CallOptions,
): Promise<IamPolicy | undefined> {
  const role = await unlessUnknown(getIamRole(client, id, options));
  return role && (role.policy ?? allowAll);
}

// A role without a policy may do everything, and so may an unrestricted legacy key.
const allowAll: IamPolicy = { 'default-service-strategy': 'allow', services: {} };

function takeOver(accessKey: AccessKey): IamPolicy {
  try {
    return policyOfAccessKey(accessKey);
  } catch (cause) {
    if (!(cause instanceof ExoIamError)) throw cause;
    const message = `The legacy key ${accessKey.key} cannot become a policy. ${cause.message}`;
    throw new ExoIamError(cause.code, message, { field, cause });
  }
}

function policyOfAccessKey({ operations = [], tags = [], resources = [] }: AccessKey): IamPolicy {
  if (operations.length + tags.length + resources.length === 0) return allowAll;
  const named = resources.map(
    (each) => `${each.domain}/${each['resource-type']}:${each['resource-name']}`,
  );
  const scope = { operations, tags, resources: named };
  const compiled = compileScope(scope);
  // What the key did not have is not taken over from it.
  if (compiled.added.length === 0) return compiled.policy;
  return compileScope({ ...scope, getOperation: 'deny' }).policy;
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
    `There is no key and no role ${JSON.stringify(template)} in the organization to take over. Expected a key (EXO…), or the name or id of a role; it may have been deleted.`,
    { field },
  );
}
