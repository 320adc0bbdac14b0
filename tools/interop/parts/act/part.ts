// nektos/act, a runner that is not ours, runs the committed bundles of the actions: main and post,
// state, outputs, several mints, failures and Ctrl+C.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Checklist } from '../../src/checklist.ts';
import { installGoProgram } from '../../src/go-program.ts';
import type { Part } from '../../src/part.ts';
import { startSimulator } from '../../src/start-simulator.ts';
import { differences, tryDifferences } from './try-differences.ts';
import { tryEndings } from './try-endings.ts';
import { tryExamples } from './try-examples.ts';
import { tryInterruptedMint } from './try-interrupted-mint.ts';
import { tryRevokeAndSweep } from './try-revoke-and-sweep.ts';
import { prepareWorkspace } from './workspace.ts';

export const act: Part = {
  name: 'act',
  title: 'act 0.2.89 runs the examples and the actions on this machine',
  async run(context) {
    const { signal } = context;
    const command = await installGoProgram(context, {
      module: 'github.com/nektos/act',
      version: 'v0.2.89',
      binary: 'act',
    });
    const list = new Checklist();
    const folder = mkdtempSync(join(tmpdir(), 'interop-act-'));
    const simulator = await startSimulator(context);
    const { endpoint, requests } = simulator;
    try {
      const workspace = await prepareWorkspace(context, folder, simulator);
      const setup = { command, workspace, endpoint, signal };
      const trial = { setup, list, requests };
      await tryExamples(trial);
      await tryEndings(trial);
      await tryRevokeAndSweep(trial);
      await tryDifferences(trial);
      await tryInterruptedMint(trial);
    } finally {
      list.equal('exo-sim ends in peace', await simulator.stop(), 0);
      if (context.keep) context.log(`kept: ${folder}`);
      else rmSync(folder, { recursive: true, force: true });
    }
    return { checks: list.checks, notes: differences };
  },
};
