// Ctrl+C at a bad moment: the role is made, and the request for the key is on its way, which arrives
// only after everything else is over. The simulator runs as a library here, for its faults.
import { setTimeout } from 'node:timers/promises';

import { createSimulator, listen } from '@x/exo-sim';

import { checkTraces, stepsOf } from './observe.ts';
import type { ActTrial } from './observe.ts';
import { runAct } from './run-act.ts';
import { writeSecrets } from './workspace.ts';

export async function tryInterruptedMint({
  setup,
  list,
}: Omit<ActTrial, 'requests'>): Promise<void> {
  const controlC = new AbortController();
  const over = Promise.withResolvers<void>();
  const simulator = createSimulator({
    // Called when the request for the key has arrived.
    sleep: () => {
      controlC.abort();
      return over.promise;
    },
  });
  simulator.faults.add({ operation: 'create-api-key', delayMs: 1 });
  const listener = await listen(simulator);
  try {
    writeSecrets(setup.workspace.secretsFile, simulator.parentKey);
    const { endpoint } = listener;
    const run = await runAct({ ...setup, endpoint }, 'workflows/interrupted.yml', {
      interrupt: controlC.signal,
    });
    over.resolve();
    await setTimeout(100);
    const steps = stepsOf(run);
    list.equal('Ctrl+C in the mint: the post runs last', steps.at(-1), 'key Post success');
    list.equal('Ctrl+C in the mint: no other step runs', steps.filter(isOther), []);
    checkTraces(list, 'Ctrl+C in the mint', { run, requests: [] });
    const { apiKeys, roles } = simulator.state;
    const left = [...apiKeys.values(), ...roles.values()].map(({ name }) => name);
    list.equal('Ctrl+C in the mint: what is left', left.sort(), ['Billing', 'Owner', 'parent']);
  } finally {
    over.resolve();
    await listener.close();
  }
}

function isOther(step: string): boolean {
  return !step.startsWith('key ');
}
