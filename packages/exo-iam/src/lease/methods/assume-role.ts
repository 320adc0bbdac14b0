import { ExoIamError } from '../../errors.ts';
// Method `assume-role` [beta]: a session of a role. The server ends it, and nobody can end it sooner.
import { assumeIamRole } from '../../resources/assume-iam-role.ts';
import { findRole } from '../find-role.ts';
import type { Prepare } from '../method.ts';

export const prepareAssumeRole: Prepare = async (client, { scope, ttlSeconds }, options) => {
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
    enforcedBy: 'server',
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
};
