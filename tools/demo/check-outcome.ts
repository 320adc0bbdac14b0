// What the demo promises, each checked on what really happened.
import { createSigner } from '@x/exo-signer';
import type { Simulator } from '@x/exo-sim';
import type { JobResult } from '@x/local-runner';

export interface Check {
  readonly claim: string;
  readonly holds: boolean;
}

export interface Outcome {
  readonly simulator: Simulator;
  readonly endpoint: string;
  readonly result: JobResult;
  /** Everything that was printed. */
  readonly written: string;
}

export async function checkOutcome(outcome: Outcome): Promise<Check[]> {
  const { simulator, endpoint, result, written } = outcome;
  const { parentKey, requests, state } = simulator;
  const outputs = result.steps.find(({ id }) => id === 'key')?.outputs ?? {};
  const { 'api-key': apiKey = '', 'api-secret': apiSecret = '' } = outputs;
  const statusOf = (operation: string): number | undefined =>
    requests.find((request) => request.operation === operation && request.apiKey === apiKey)
      ?.status;
  const keys = [...state.apiKeys.keys()].filter((key) => key !== parentKey.apiKey);
  const secrets = [parentKey.apiSecret, apiSecret];
  const after = apiSecret && (await callAfterwards({ apiKey, apiSecret }, endpoint));
  return [
    { claim: 'the job succeeded', holds: result.conclusion === 'success' },
    { claim: 'its key could list zones', holds: statusOf('list-zones') === 200 },
    { claim: 'its key could list instances', holds: statusOf('list-instances') === 200 },
    {
      claim: 'its key was refused create-instance (403)',
      holds: statusOf('create-instance') === 403,
    },
    { claim: 'after the job its key is refused everything (403)', holds: after === 403 },
    { claim: 'no key is left but the parent key', holds: keys.length === 0 },
    { claim: 'no role is left of the job', holds: !hasLeaseRole(simulator) },
    {
      claim: `neither secret is in the ${written.length} characters printed above`,
      holds: secrets.every((secret) => secret !== '' && !written.includes(secret)),
    },
  ];
}

function hasLeaseRole({ state }: Simulator): boolean {
  return [...state.roles.values()].some(({ name }) => name.startsWith('exo-lease.'));
}

async function callAfterwards(
  credentials: { readonly apiKey: string; readonly apiSecret: string },
  endpoint: string,
): Promise<number> {
  const response = await createSigner(credentials).fetch(`${endpoint}/instance`);
  return response.status;
}
