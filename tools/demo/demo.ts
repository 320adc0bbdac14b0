// `npm run demo`: runs examples/deploy.yml as GitHub's runner would, with the bundled action and the
// simulator in the place of Exoscale, then shows that nothing is left.
import { fileURLToPath } from 'node:url';

import { createSimulator, listen } from '@x/exo-sim';
import { runJob, wantsColor } from '@x/local-runner';

import { checkOutcome } from './check-outcome.ts';
import { heading, printChecks, printState, write, written } from './print.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const simulator = createSimulator();
const { parentKey } = simulator;
const listener = await listen(simulator);
const controller = new AbortController();
process.once('SIGINT', () => controller.abort());

heading('The job of examples/deploy.yml');
const result = await runJob({
  workflowFile: `${root}examples/deploy.yml`,
  workspace: root,
  localActions: { 'x/exo-lease': root },
  skippedActions: ['actions/checkout'],
  secrets: { EXOSCALE_API_KEY: parentKey.apiKey, EXOSCALE_API_SECRET: parentKey.apiSecret },
  vars: { EXOSCALE_API_ENDPOINT: listener.endpoint },
  checkRunId: '55512345678',
  color: wantsColor(),
  signal: controller.signal,
  write,
});

heading('The job summary');
write(`${result.summaries.join('\n').trim()}\n`);

heading('What is left in the organization');
printState(simulator);

heading('Was it true?');
const checks = await checkOutcome({
  simulator,
  endpoint: listener.endpoint,
  result,
  written: written(),
});
printChecks(checks);
await listener.close();

const mint = result.steps.find(({ id, phase }) => id === 'key' && phase === 'main');
write(`\nThe mint step took ${mint?.durationMs.toFixed(0)} ms.\n`);
process.exitCode = checks.every(({ holds }) => holds) ? 0 : 1;
