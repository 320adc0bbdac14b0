// `npm run demo:broker`: a job without any stored secret gets a key of its own from a broker, by the OIDC token
// of the job. A job of a foreign repository, with the same workflow, gets nothing.
import { fileURLToPath } from 'node:url';

import { openBroker } from '@x/action-harness';
import { createSigner } from '@x/exo-signer';
import { createSimulator, listen } from '@x/exo-sim';
import { runJob, wantsColor, type JobResult } from '@x/local-runner';

import type { Check } from './check-outcome.ts';
import { heading, printChecks, printState, write, written } from './print.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const simulator = createSimulator();
const { apiKey: parentKey, apiSecret: parentSecret } = simulator.parentKey;
const listener = await listen(simulator);
const broker = await openBroker({ endpoint: listener.endpoint, parentKey: simulator.parentKey });

function run(title: string, github: Readonly<Record<string, unknown>>): Promise<JobResult> {
  heading(title);
  return runJob({
    workflowFile: `${root}examples/broker.yml`,
    workspace: root,
    localActions: { 'x/exo-lease': root },
    skippedActions: ['actions/checkout'],
    checkRunId: '55512345678',
    issuer: broker.issuer,
    vars: { EXO_BROKER: broker.url, EXOSCALE_API_ENDPOINT: listener.endpoint },
    github: { event_name: 'push', ...github },
    color: wantsColor(),
    write,
  });
}

const own = await run('The job that the rule names', {
  repository: 'octo/site',
  repository_id: '42',
});
const foreign = await run('The same workflow in a foreign repository', {
  repository: 'mallory/site',
  repository_id: '666',
});

heading('What is left in the organization');
printState(simulator);

const outputs = own.steps.find(({ id }) => id === 'key')?.outputs ?? {};
const { 'api-key': apiKey = '', 'api-secret': apiSecret = '' } = outputs;
const after = await createSigner({ apiKey, apiSecret }).fetch(`${listener.endpoint}/instance`);
const statusOf = (operation: string): number | undefined =>
  simulator.requests.find((each) => each.operation === operation && each.apiKey === apiKey)?.status;
const refusals = foreign.annotations.filter(({ message }) => message.includes('no-rule'));

heading('What the broker did');
const checks: readonly Check[] = [
  {
    claim: 'the job succeeded, and no secret is stored for it',
    holds: own.conclusion === 'success',
  },
  { claim: 'its key could list instances', holds: statusOf('list-instances') === 200 },
  {
    claim: 'its key was refused create-instance (403)',
    holds: statusOf('create-instance') === 403,
  },
  { claim: 'after the job its key is refused everything (403)', holds: after.status === 403 },
  { claim: 'the foreign repository got nothing (403 no-rule)', holds: refusals.length > 0 },
  {
    claim: 'no key is left but the parent key, which only the broker has',
    holds: [...simulator.state.apiKeys.keys()].join() === parentKey,
  },
  {
    claim: 'neither secret was printed, by a job or by the broker',
    holds: [parentSecret, apiSecret].every(
      (secret) => secret !== '' && !`${written()}${broker.output()}`.includes(secret),
    ),
  },
];
printChecks(checks);

await broker[Symbol.asyncDispose]();
await listener.close();
process.exitCode = checks.every(({ holds }) => holds) ? 0 : 1;
