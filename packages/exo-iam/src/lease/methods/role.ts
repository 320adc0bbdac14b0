// Method `role`: a key for a role that exists. The API gives keys no expiry, so a sweep has to end it.
import type { CallOptions, Client } from '../../client/create-client.ts';
import { createApiKey } from '../../resources/api-key.ts';
import { createKeyOnce } from '../create-key-once.ts';
import { findRole } from '../find-role.ts';
import type { Method, PreparedKey } from '../method.ts';
import type { MintRequest } from '../mint-request.ts';
import { apiKeys, removeKeys } from '../remove-keys.ts';
import { removeLoneKey } from '../remove-lone-key.ts';

export const role: Method = {
  enforcedBy: 'sweep',
  prepare,
  revoke: (client, record, options) => removeLoneKey(client, apiKeys, { ...options, record }),
};

async function prepare(
  client: Client,
  { scope }: MintRequest,
  options: CallOptions,
): Promise<PreparedKey> {
  // The specification requires no name.
  const { id, name: roleName = id } = await findRole(client, scope.role ?? '', options);
  return {
    role: { id, name: roleName },
    create: async ({ name, signal, commit }) => {
      const { key, secret } = await createKeyOnce(client, {
        create: () => createApiKey(client, { name, 'role-id': id }, { signal }),
        removeAll: () => removeKeys(client, apiKeys, { name, signal }),
        onLost: () => commit({ uncertain: true }),
        signal,
      });
      await commit({ apiKey: key });
      return { apiKey: key, apiSecret: secret };
    },
  };
}
