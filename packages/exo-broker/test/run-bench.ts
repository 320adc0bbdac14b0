// node test/run-bench.ts [COUNT]: `POST /v1/leases` beside the bare two requests of a mint, both against the simulator on this machine.
import { readFileSync } from 'node:fs';

import { createClient, mint } from '@x/exo-iam';

import { startBrokerProcess } from './support/broker-process.ts';
import { askForLease } from './support/client.ts';
import { quick } from './support/quick.ts';
import { createRecipient } from './support/recipient.ts';
import { createWorld } from './support/world.ts';

const count = Number(process.argv[2] ?? 200);
const world = await createWorld();
world.configure({ maxLive: 10_000 });
const broker = await startBrokerProcess(world.configFile, {
  broker: { ...quick, times: { pollMs: 1000 } },
});
const endpoint = /endpoint: '([^']+)'/.exec(readFileSync(world.configFile, 'utf8'))?.[1];
const client = createClient({
  credentials: world.simulator.parentKey,
  ...(endpoint !== undefined && { endpoint }),
});
const holder = { kind: 'local', user: 'bench', machine: 'bench' } as const;
const scope = { operations: ['list-instances'] };

async function measure(name: string, each: (index: number) => Promise<unknown>): Promise<void> {
  for (let index = 0; index < 10; index += 1) await each(-1 - index);
  const times: number[] = [];
  const startedAt = performance.now();
  for (let index = 0; index < count; index += 1) {
    const at = performance.now();
    await each(index);
    times.push(performance.now() - at);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1);
  const rate = (count / ((performance.now() - startedAt) / 1000)).toFixed(1);
  console.log(`${name}: ${rate} a second, median ${at(0.5)} ms, 99th percentile ${at(0.99)} ms`);
}

// Tokens are made before the clock runs.
const jobs = await Promise.all(
  Array.from({ length: count + 10 }, async (_, index) => {
    const recipient = createRecipient();
    const token = await world.githubToken(recipient.recipient, { run_id: `run-${index}` });
    return { recipient, token };
  }),
);
await measure('bare mint', () => mint(client, { scope, ttlSeconds: 300, prefix: 'bench', holder }));
let next = 0;
await measure('POST /v1/leases', async () => {
  const { status } = await askForLease({ world, url: broker.url }, jobs[next++] ?? {});
  if (status !== 201) throw new Error(`the broker answered ${status}`);
});
await broker.kill('SIGTERM');
await world[Symbol.asyncDispose]();
