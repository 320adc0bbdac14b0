// A lease that was found, in the API's words.
import { describeHolder, type FoundLease } from '@x/exo-iam';

import type { Result } from '../output/print.ts';

export function toResult({ leaseName, record }: FoundLease): Result {
  const { apiKey, name, method, roleId, expiresAt } = record;
  return {
    key: apiKey,
    name,
    method,
    'role-id': roleId,
    'expires-at': new Date(expiresAt * 1000).toISOString(),
    'enforced-by': method === 'scoped-role' ? 'server' : 'sweep',
    holder: describeHolder(leaseName.holder),
  };
}
