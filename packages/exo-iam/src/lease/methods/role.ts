// Method `role`: a key for a role that exists. The API gives keys no expiry, so a sweep has to end it.
import { createApiKey } from '../../resources/api-key.ts';
import { createKeyOnce } from '../create-key-once.ts';
import { findRole } from '../find-role.ts';
import type { Prepare } from '../method.ts';
import { apiKeys, removeKeys } from '../remove-keys.ts';

export const prepareRole: Prepare = async (client, { scope }, options) => {
  const { id, name: roleName } = await findRole(client, scope.role ?? '', options);
  return {
    enforcedBy: 'sweep',
    role: { id, name: roleName },
    create: async ({ name, signal, commit }) => {
      const { key, secret } = await createKeyOnce(client, {
        create: () => createApiKey(client, { name, 'role-id': id }, { signal }),
        removeAll: () => removeKeys(client, apiKeys, { name, signal }),
        signal,
      });
      await commit({ apiKey: key });
      return { apiKey: key, apiSecret: secret };
    },
  };
};
