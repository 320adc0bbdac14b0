// The operations that a policy allows, certainly or under a condition, as long as its key lives.
import type { IamPolicy } from '@x/exo-iam';

import { decideOperation } from './decide-operation.ts';
import { listedOperations } from './list-operations.ts';

export function grantedOperations(policy: IamPolicy, nowMs: number): string[] {
  const now = new Date(nowMs).toISOString();
  const variables = { now, api_key: '', identity: { created: now, key: '' } };
  return listedOperations
    .filter((row) => {
      const question = { operation: row.operation, serviceClass: row.class };
      return decideOperation(policy, question, variables) !== 'no';
    })
    .map(({ operation }) => operation);
}
