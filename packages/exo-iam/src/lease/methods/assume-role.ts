// Method `assume-role` [beta]: a session of a role. The server ends it, and nobody can end it sooner.
import { assumeIamRole } from '../../client/assume-iam-role.ts';
import { findRole } from '../../scope/find-role.ts';
import type { Prepare } from '../method.ts';

export const prepareAssumeRole: Prepare = async (client, { scope, ttlSeconds }, options) => {
  const { id, name } = await findRole(client, scope.role ?? '', options);
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
