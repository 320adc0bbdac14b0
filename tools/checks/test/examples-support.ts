// Plays an example as on GitHub's runner, with the committed bundles, against the simulator.
import { resolve } from 'node:path';

import { createSimulator, listen, type RecordedRequest, type Simulator } from '@x/exo-sim';
import { type JobResult, runJob, type RunJobOptions } from '@x/local-runner';
import { expect } from 'vitest';

import { root } from '../src/repository.ts';

export interface Outcome {
  readonly result: JobResult;
  readonly simulator: Simulator;
  readonly endpoint: string;
  /** What the minted keys asked for, `list-instances 200`, in order. */
  readonly used: readonly string[];
}

export type Options = Partial<RunJobOptions> & {
  readonly secretNames?: readonly [string, string];
  readonly prepare?: (simulator: Simulator) => Promise<void>;
};

const usual = ['EXOSCALE_API_KEY', 'EXOSCALE_API_SECRET'] as const;

export async function play(file: string, options: Options = {}): Promise<Outcome> {
  const { secretNames: [keyName, secretName] = usual, prepare, ...rest } = options;
  const simulator = createSimulator();
  await prepare?.(simulator);
  const { apiKey, apiSecret } = simulator.parentKey;
  const listener = await listen(simulator);
  try {
    const result = await runJob({
      workflowFile: resolve(root, 'examples', file),
      workspace: root,
      localActions: { 'x/exo-lease': root },
      skippedActions: ['actions/checkout'],
      checkRunId: '55512345678',
      write: () => undefined,
      ...rest,
      // Nobody listens there: GitHub is not asked about anything.
      github: { api_url: 'http://127.0.0.1:9', token: 'not-a-real-token', ...rest.github },
      secrets: { [keyName]: apiKey, [secretName]: apiSecret },
      vars: { EXOSCALE_API_ENDPOINT: listener.endpoint, ...rest.vars },
    });
    const used = simulator.requests.filter((request) => request.apiKey !== apiKey).map(describeUse);
    return { result, simulator, endpoint: listener.endpoint, used };
  } finally {
    await listener.close();
  }
}

function describeUse({ operation, status }: RecordedRequest): string {
  return `${operation} ${status}`;
}

export function operationsOf({ requests }: Simulator, operation: string): number {
  return requests.filter((request) => request.operation === operation).length;
}

export function expectNothingLeft({ simulator, result }: Outcome): void {
  const { apiKey, apiSecret } = simulator.parentKey;
  expect([...simulator.state.apiKeys.keys()]).toEqual([apiKey]);
  const roles = [...simulator.state.roles.values()].map(({ name }) => name);
  expect(roles.filter((name) => name.startsWith('exo-lease.'))).toEqual([]);
  expect(result.log).not.toContain(apiSecret);
}
