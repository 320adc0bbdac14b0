// Method `assume-role` [beta]: a session of a role. The server ends it, and nobody can end it sooner.
import type { CallOptions, Client } from '../../client/create-client.ts';
import { ExoIamError } from '../../errors.ts';
import { assumeIamRole } from '../../resources/assume-iam-role.ts';
import { findRole } from '../find-role.ts';
import type { Method, PreparedKey } from '../method.ts';
import type { MintRequest } from '../mint-request.ts';

export const assumeRole: Method = {
  enforcedBy: 'server',
  prepare,
  revoke: () => Promise.resolve({ key: 'expires', role: 'kept' }),
};

async function prepare(
  client: Client,
  { scope, ttlSeconds }: MintRequest,
  options: CallOptions,
): Promise<PreparedKey> {
  const role = await findRole(client, scope.role ?? '', options);
  const { id, name, 'max-session-ttl': longest } = role;
  // 0 stands for a default that is not published; then the API decides.
  if (longest && ttlSeconds > longest) {
    throw new ExoIamError(
      'ERR_DURATION_INVALID',
      `The ttl is ${ttlSeconds} seconds, and the role ${name} allows sessions of ${longest}. Ask for less, or raise the role's max-session-ttl.`,
      { field: 'ttl' },
    );
  }
  return {
    role: { id, name },
    create: async ({ signal, commit }) => {
      const session = await assumeIamRole(client, id, { ttlSeconds, signal });
      await commit({ apiKey: session.key });
      const expiresAt = Math.floor(Date.parse(session['expires-at']) / 1000);
      return {
        apiKey: session.key,
        apiSecret: session.secret,
        ...(Number.isFinite(expiresAt) && { expiresAt }),
      };
    },
  };
}
