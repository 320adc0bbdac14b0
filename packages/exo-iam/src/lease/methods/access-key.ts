// Method `access-key`: a key of the legacy IAM, restricted to operations, tags and resources.
import type { CallOptions, Client } from '../../client/create-client.ts';
import { ExoIamError } from '../../errors.ts';
import { didYouMean } from '../../nearest-names.ts';
import {
  createAccessKey,
  listAccessKeyKnownOperations,
  type AccessKeyResource,
  type NewAccessKey,
} from '../../resources/access-key.ts';
import { readResources } from '../../scope/read-resources.ts';
import { unrestricted } from '../../scope/scope.ts';
import { createKeyOnce } from '../create-key-once.ts';
import type { Method, PreparedKey } from '../method.ts';
import type { LeaseScope, MintRequest } from '../mint-request.ts';
import { accessKeys, removeKeys } from '../remove-keys.ts';
import { removeLoneKey } from '../remove-lone-key.ts';

export const accessKey: Method = {
  enforcedBy: 'sweep',
  prepare,
  revoke: (client, record, options) => removeLoneKey(client, accessKeys, { ...options, record }),
};

async function prepare(
  client: Client,
  { scope }: MintRequest,
  options: CallOptions,
): Promise<PreparedKey> {
  const restrictions = await restrictionsOf(client, scope, options);
  return {
    create: async ({ name, signal, commit }) => {
      const { key, secret } = await createKeyOnce(client, {
        create: () => createAccessKey(client, { name, ...restrictions }, { signal }),
        removeAll: () => removeKeys(client, accessKeys, { name, signal }),
        onLost: () => commit({ uncertain: true }),
        signal,
      });
      await commit({ apiKey: key });
      return { apiKey: key, apiSecret: secret };
    },
  };
}

type Restrictions = Omit<NewAccessKey, 'name'>;

async function restrictionsOf(
  client: Client,
  scope: LeaseScope,
  options: CallOptions,
): Promise<Restrictions> {
  const { operations = [], tags = [], resources = [], template } = scope;
  if (operations.includes(unrestricted)) return {};
  if (template) {
    if (operations.length + tags.length + resources.length > 0) {
      throw unsuitable('A legacy key cannot narrow a template', 'the template alone');
    }
    return restrictionsOfTemplate(client, template, options);
  }
  await refuseUnknown(client, { operations, tags }, options);
  return pick({ operations, tags, resources: readResources(resources).map(toResource) });
}

async function restrictionsOfTemplate(
  client: Client,
  template: string,
  options: CallOptions,
): Promise<Restrictions> {
  const { findAccessKey, resolveTemplate } = await import('../resolve-template.ts');
  const legacyKey = await findAccessKey(client, template, options);
  if (!legacyKey) {
    const { source } = await resolveTemplate(client, template, options);
    throw unsuitable(`A legacy key cannot copy ${source}, which has a policy`, 'a legacy key');
  }
  const restrictions = pick(legacyKey);
  if (Object.keys(restrictions).length > 0) return restrictions;
  if (legacyKey.type === 'restricted') {
    throw unsuitable(
      `The API does not list what the template ${template} is restricted to`,
      'a key whose restrictions it lists',
    );
  }
  const instead = `a restricted key, the operation "${unrestricted}" instead of a template`;
  throw unsuitable(`The template ${template} is unrestricted`, instead);
}

function unsuitable(problem: string, expected: string): ExoIamError {
  return new ExoIamError(
    'ERR_METHOD_UNSUITABLE',
    `${problem}. Expected ${expected}, or the method scoped-role.`,
    { field: 'template' },
  );
}

// Legacy keys have their own names for operations, so these come from the API and not the catalogue.
async function refuseUnknown(
  client: Client,
  asked: { readonly operations: readonly string[]; readonly tags: readonly string[] },
  options: CallOptions,
): Promise<void> {
  if (asked.operations.length + asked.tags.length === 0) return;
  const known = await listAccessKeyKnownOperations(client, options);
  const names = {
    operations: known.map(({ operation }) => operation),
    tags: known.flatMap((each) => each.tags),
  };
  for (const field of ['operations', 'tags'] as const) {
    const unknown = asked[field].find((name) => !names[field].includes(name));
    if (unknown !== undefined) {
      throw new ExoIamError(
        field === 'tags' ? 'ERR_TAG_UNKNOWN' : 'ERR_OPERATION_UNKNOWN',
        `${JSON.stringify(unknown)} is not one of the ${field} of legacy keys${didYouMean(unknown, [...new Set(names[field])])}. Expected names that list-access-key-known-operations returns.`,
        { field },
      );
    }
  }
}

function toResource(bucket: string): AccessKeyResource {
  return { domain: 'sos', 'resource-type': 'bucket', 'resource-name': bucket };
}

// The API might read an empty list as a restriction, so empty lists are not sent.
function pick({ operations = [], tags = [], resources = [] }: Restrictions): Restrictions {
  return {
    ...(operations.length > 0 && { operations }),
    ...(tags.length > 0 && { tags }),
    ...(resources.length > 0 && { resources }),
  };
}
