// `uses: x/exo-lease@v1` mints.
import { resolve } from 'node:path';

import { createSimulator, listen } from '@x/exo-sim';
import { runJob } from '@x/local-runner';
import { expect, it } from 'vitest';

import { root } from '../src/repository.ts';

it('mints and revokes by the action at the root', async () => {
  const simulator = createSimulator();
  const listener = await listen(simulator);
  const { apiKey, apiSecret } = simulator.parentKey;
  const { conclusion } = await runJob({
    workflowFile: resolve(root, 'tools/checks/test/fixtures/root-action.yml'),
    workspace: root,
    localActions: { 'x/exo-lease': root },
    secrets: { KEY: apiKey, SECRET: apiSecret },
    vars: { ENDPOINT: listener.endpoint },
    write: () => undefined,
  });
  await listener.close();
  expect(conclusion).toBe('success');
  const operations = simulator.requests.map(({ operation }) => operation);
  expect(operations).toEqual([
    'create-iam-role',
    'create-api-key',
    'delete-api-key',
    'delete-iam-role',
  ]);
});
