// Method `scoped-role`: a role with the scope and the deadline, made for one key.
import type { CallOptions, Client } from '../../client/create-client.ts';
import { ExoIamError, hasCode } from '../../errors.ts';
import { createApiKey } from '../../resources/api-key.ts';
import { createIamRole, listIamRoles, type NewIamRole } from '../../resources/iam-role.ts';
import { compileScope } from '../../scope/compile-scope.ts';
import type { Template } from '../../scope/scope.ts';
import { withDeadline } from '../../scope/with-deadline.ts';
import { createKeyOnce } from '../create-key-once.ts';
import { isUncertain } from '../is-uncertain.ts';
import type { CreateContext, Method, MintedKey, PreparedKey } from '../method.ts';
import type { MintRequest } from '../mint-request.ts';
import { apiKeys, removeKeys } from '../remove-keys.ts';
import { removeRoles } from '../remove-roles.ts';

const lenientNote =
  'The deadline is lenient: if the API cannot evaluate the age of the key, the key does not expire.';

const toleratedAheadMs = 600_000;

export const scopedRole: Method = {
  enforcedBy: 'server',
  prepare,
  // The key first: a role with an attached key cannot be deleted. That also reveals a second key.
  revoke: async (client, record, options) => {
    const { name, apiKey } = record;
    const key = await removeKeys(client, apiKeys, { ...options, name, apiKey });
    return { key, role: await removeRoles(client, record, options) };
  },
};

async function prepare(
  client: Client,
  request: MintRequest,
  options: CallOptions,
): Promise<PreparedKey> {
  const { template, role: _role, ...rest } = request.scope;
  const taken = template ? await takeTemplate(client, template, options) : undefined;
  const { description, deadline } = request;
  const compiled = compileScope({ ...rest, template: taken });
  const scope =
    deadline === 'lenient' ? { ...compiled, notes: [...compiled.notes, lenientNote] } : compiled;
  const policy = withDeadline(scope.policy, request.ttlSeconds, { now: client.now(), deadline });
  const settings = { policy, description };
  return {
    scope,
    policy,
    create: async (context) => {
      const minted = await create(context, settings);
      // The server counts from the creation of the key, which may have taken some time.
      const expiresAt = Math.floor(client.now() / 1000) + request.ttlSeconds;
      return { ...minted, expiresAt };
    },
  };
}

// Loaded for a template alone, so that programs that mint without one need not parse it.
async function takeTemplate(
  client: Client,
  template: string,
  options: CallOptions,
): Promise<Template> {
  const { resolveTemplate } = await import('../resolve-template.ts');
  return resolveTemplate(client, template, options);
}

async function create(
  context: CreateContext,
  settings: Omit<NewIamRole, 'name'>,
): Promise<MintedKey> {
  const { client, name, signal, commit } = context;
  const { id: roleId, doubt } = await createRole(client, { name, ...settings }, { signal });
  await commit({ roleId });
  refuseClockAhead(client);
  const { key, secret } = await createKeyOnce(client, {
    create: async () => {
      try {
        return await createApiKey(client, { name, 'role-id': roleId }, { signal });
      } catch (error) {
        // A role that is not ready yet is not found. What kept the client from waiting for it says more.
        throw doubt !== undefined && hasCode(error, 'ERR_NOT_FOUND') ? doubt : error;
      }
    },
    removeAll: () => removeKeys(client, apiKeys, { name, signal }),
    onLost: () => commit({ uncertain: true }),
    signal,
  });
  await commit({ apiKey: key });
  return { apiKey: key, apiSecret: secret, roleId };
}

interface CreatedRole {
  readonly id: string;
  /** Why it is not certain that the role is ready. */
  readonly doubt?: unknown;
}

async function createRole(
  client: Client,
  role: NewIamRole,
  options: CallOptions,
): Promise<CreatedRole> {
  try {
    return { id: await createIamRole(client, role, options) };
  } catch (error) {
    if (!isUncertain(error) || hasCode(error, 'ERR_OPERATION_FAILED')) throw error;
    // The response was lost, so the role may exist. Its name is random, so a role of that name is this one.
    // Stryker disable next-line ArrayDeclaration: an element that is not a role has no name either.
    const roles = await listIamRoles(client, options).catch(() => []);
    const found = roles.find(({ name }) => name === role.name);
    // A role whose creation did not complete may lack its policy, and would then allow everything.
    if (found?.policy?.['default-service-strategy'] !== 'deny') throw error;
    return { id: found.id, doubt: error };
  }
}

// The allow rules end by the local clock. A clock that is behind breaks signatures, one that is ahead does
// not.
function refuseClockAhead(client: Client): void {
  const aheadMs = client.clockAheadMs();
  if (aheadMs <= toleratedAheadMs) return;
  throw new ExoIamError(
    'ERR_CLOCK_SKEW',
    `This machine's clock is ${Math.round(aheadMs / 60_000)} minutes ahead of the server's, so the key would outlive its deadline. Expected at most 10 minutes; correct the clock.`,
    { operation: 'create-iam-role' },
  );
}
