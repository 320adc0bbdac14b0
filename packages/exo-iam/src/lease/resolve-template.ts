// Finds the policy of an existing key or role, like "Use as a Template" in the portal.
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
 * Finds the policy of a template. A template is a key (`EXO…` or its name), which has the policy of its role,
 * or a role (its id or name). The operations, tags and resources of a legacy key are converted to a policy.
 *
 * @throws {ExoIamError} `ERR_TEMPLATE_NOT_FOUND`; `ERR_ROLE_AMBIGUOUS` when two roles, or keys of two
 *   roles, have the name; for a legacy key the codes of `compileScope`.
 */
export async function resolveTemplate(
  client: Client,
  template: string,
  options: CallOptions = {},
): Promise<Template> {
  const key = looksLikeKey(template) ? await templateOfKey(client, template, options) : undefined;
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

// A role can have such a name too, so this only decides whether to look for a key.
function looksLikeKey(text: string): boolean {
  return /^EXO[0-9a-z]+$/i.test(text);
}

async function templateOfKey(
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
  return legacy && { source: `legacy key ${key}`, policy: convertAccessKey(legacy) };
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
    `Keys of several roles are called ${JSON.stringify(name)}: ${named}. Give the key (EXO…) of the one you mean.`,
    { field },
  );
}

// Undefined if the role is gone: the API may still list a key for a while after its role was deleted.
async function policyOfRole(
  client: Client,
  id: string,
  options: CallOptions,
): Promise<IamPolicy | undefined> {
  const role = await unlessUnknown(getIamRole(client, id, options));
  return role && (role.policy ?? allowAll());
}

// A role without a policy may do everything, and so may an unrestricted legacy key.
function allowAll(): IamPolicy {
  return { 'default-service-strategy': 'allow', services: {} };
}

const unreadable =
  'The API returned restrictions that cannot be read. Expected lists of names; name the operations instead of a template.';

function convertAccessKey(accessKey: AccessKey): IamPolicy {
  try {
    return policyOfAccessKey(accessKey);
  } catch (cause) {
    const { code, message } =
      cause instanceof ExoIamError
        ? cause
        : ({ code: 'ERR_ANSWER_UNREADABLE', message: unreadable } as const);
    const said = `The legacy key ${accessKey.key} cannot be converted to a policy. ${message}`;
    throw new ExoIamError(code, said, { field, cause });
  }
}

function policyOfAccessKey(accessKey: AccessKey): IamPolicy {
  const { operations = [], tags = [], resources = [], type } = accessKey;
  if (operations.length + tags.length + resources.length === 0) {
    if (type !== 'restricted') return allowAll();
    throw new ExoIamError(
      'ERR_SCOPE_EMPTY',
      'It is restricted, but the API lists neither operations nor tags nor resources of it. Expected a key whose restrictions the API lists; name the operations instead of a template.',
    );
  }
  const named = resources.map(
    (each) => `${each.domain}/${each['resource-type']}:${each['resource-name']}`,
  );
  const scope = { operations, tags, resources: named };
  const compiled = compileScope(scope);
  // The key did not have the added operations, so its template does not get them.
  if (compiled.added.length === 0) return compiled.policy;
  return compileScope({ ...scope, getOperation: 'deny' }).policy;
}

// The API documents the code for an unknown key only for its deletion.
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
    `The template ${JSON.stringify(template)} does not exist: the organization has neither a key nor a role of that name or id. Expected a key (EXO…) or its name, or the name or id of a role. It may have been deleted.`,
    { field },
  );
}
