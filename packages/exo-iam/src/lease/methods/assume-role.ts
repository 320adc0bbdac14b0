// Method `assume-role` [beta]: a session of a role. The server ends it, and nobody can end it sooner.
import type { CallOptions, Client } from '../../client/create-client.ts';
import { ExoIamError } from '../../errors.ts';
import { assumeIamRole, type AssumedRole } from '../../resources/assume-iam-role.ts';
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
  const { id, name = id, 'max-session-ttl': maxTtlSeconds } = role;
  // 0 stands for an unpublished default; in that case the API decides.
  if (maxTtlSeconds && ttlSeconds > maxTtlSeconds) {
    throw new ExoIamError(
      'ERR_DURATION_INVALID',
      `The ttl is ${ttlSeconds} seconds, but the role ${name} allows sessions of at most ${maxTtlSeconds} seconds. Choose a shorter ttl, or raise the role's max-session-ttl.`,
      { field: 'ttl' },
    );
  }
  return {
    role: { id, name },
    create: async ({ signal, commit }) => {
      const session = await assumeIamRole(client, id, { ttlSeconds, signal });
      await commit({ apiKey: session.key });
      const expiresAt = Math.floor(Date.parse(session['expires-at']) / 1000);
      refuseLongerSession(session, { expiresAt, expectedAt: client.now() / 1000 + ttlSeconds });
      return {
        apiKey: session.key,
        apiSecret: session.secret,
        ...(Number.isFinite(expiresAt) && { expiresAt }),
      };
    },
  };
}

// Allows for different clocks and for slow responses.
const toleranceSeconds = 600;

// A session cannot be revoked, so nothing else would end it in time.
function refuseLongerSession(
  { key }: AssumedRole,
  { expiresAt, expectedAt }: { readonly expiresAt: number; readonly expectedAt: number },
): void {
  if (!(expiresAt > expectedAt + toleranceSeconds)) return;
  const until = new Date(expiresAt * 1000).toISOString();
  throw new ExoIamError(
    'ERR_LEFT_BEHIND',
    `The API created the session ${key}, which lasts until ${until}, longer than requested. The session is not handed out, but it cannot be revoked. Check the role's max-session-ttl, and use the method role or scoped-role instead.`,
    { operation: 'assume-iam-role' },
  );
}
