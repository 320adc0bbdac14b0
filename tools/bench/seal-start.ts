// Measures what sealing adds to a cold process, in the bundles of the actions:
//
//   node tools/bench/seal-start.ts [rounds]
//
// Each round runs mint without and with `seal-to` against the simulator, then unseal. The cases are
// interleaved, so that a machine that is busy for a while is busy for all of them.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import process from 'node:process';

import { playScenario } from '@x/action-harness';
import { generateIdentity } from '@x/seal';

const rounds = Number(process.argv[2] ?? 30);
const actions = new URL('../../actions/', import.meta.url);
const { recipient, identity } = await generateIdentity();

const timesMs = { node: [], mint: [], 'mint, sealed': [], unseal: [] } as Record<string, number[]>;

interface Ended {
  readonly exitCode: number | null;
}

async function measure(name: string, run: () => Ended | Promise<Ended>): Promise<void> {
  const start = performance.now();
  const { exitCode } = await run();
  if (exitCode !== 0) throw new Error(`${name} ended with ${exitCode}`);
  timesMs[name]?.push(performance.now() - start);
}

for (let round = 0; round < rounds; round += 1) {
  let sealed = '';
  await measure('node', () => ({
    exitCode: spawnSync(process.execPath, ['-e', '0'], { stdio: 'ignore' }).status,
  }));
  await playScenario(new URL('mint/', actions), async (job) => {
    await measure('mint', () => job.main());
  });
  await playScenario(new URL('mint/', actions), async (job) => {
    await measure('mint, sealed', async () => {
      const main = await job.main({ inputs: { 'seal-to': recipient } });
      sealed = main.outputs['sealed'] ?? '';
      return main;
    });
  });
  await playScenario(new URL('unseal/', actions), async (job) => {
    await measure('unseal', () => job.main({ inputs: { sealed, identity } }));
  });
}

console.log(`Node ${process.version}, ${rounds} rounds`);
for (const [name, times] of Object.entries(timesMs)) {
  const median = times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
  console.log(`${name}: ${median.toFixed(1)} ms`);
}
for (const path of ['mint/dist/main', 'unseal/dist/main', 'unseal/dist/post']) {
  const { size } = statSync(new URL(`${path}/index.js`, actions));
  console.log(`${path}/index.js: ${size} bytes`);
}
