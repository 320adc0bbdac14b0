// Which of the operations the key in use may do.
import type { Client } from '@x/exo-iam';

import type { Result } from '../output/print.ts';
import { bothAnswers, decideOperation } from './decide-operation.ts';
import type { ListedOperation } from './list-operations.ts';
import { readOwnPolicies } from './read-own-policy.ts';

export interface Mine {
  /** Whether the key may do it: `yes`, or `condition` if it depends on the request. */
  readonly rows: readonly Result[];
  readonly notes: readonly string[];
}

export async function decideMine(
  client: Client,
  listed: readonly ListedOperation[],
  { apiKey, signal }: { readonly apiKey: string; readonly signal: AbortSignal },
): Promise<Mine> {
  const { own, organization } = await readOwnPolicies(client, apiKey, { signal });
  const now = new Date(client.now()).toISOString();
  // The API has just accepted the key, so any deadline in its policy has not passed yet.
  const variables = { now, api_key: apiKey, identity: { created: now, key: apiKey } };
  const decided = listed.map((row) => {
    const question = { operation: row.operation, serviceClass: row.class };
    const mine = decideOperation(own.policy, question, variables);
    if (!organization) return { ...row, mine };
    return { ...row, mine: bothAnswers(mine, decideOperation(organization, question, variables)) };
  });
  const rows = decided.filter(({ mine }) => mine !== 'no');
  const conditional = rows.filter(({ mine }) => mine === 'condition').length;
  return {
    rows,
    notes: [
      `By the policy of ${own.source}: ${rows.length - conditional} allowed, ${conditional} allowed under a condition (a bucket, a zone, a parameter), ${decided.length - rows.length} denied.`,
      ...(organization
        ? []
        : ['The organization policy could not be read, and it may deny some of these.']),
    ],
  };
}
