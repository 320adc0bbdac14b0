// node test/run-bench.ts [one-client|start-up|throughput|memory]…: figures of the broker, against the simulator on
// this machine. It needs the build.
import { benchOneClient } from './bench/one-client.ts';
import { benchStartUp } from './bench/start-up.ts';
import { benchThroughput } from './bench/throughput.ts';

const parts: Readonly<Record<string, () => Promise<void>>> = {
  'one-client': async () => {
    const times = await benchOneClient(300);
    console.table(times);
    const of = (name: string): number => times[name]?.medianMs ?? 0;
    const wanted = of('bare two requests') + of('five commits');
    const ratio = of('POST /v1/leases') / wanted;
    console.log(`POST takes ${ratio.toFixed(1)} times the two requests and five commits`);
  },
  'start-up': async () => console.table(await benchStartUp(15)),
  throughput: async () => {
    const common = { count: 1000, clients: 8 };
    console.table({
      'SQLite, one instance': await benchThroughput({ ...common, store: 'sqlite', instances: 1 }),
      'PostgreSQL, one': await benchThroughput({ ...common, store: 'postgres', instances: 1 }),
      'PostgreSQL, two': await benchThroughput({ ...common, store: 'postgres', instances: 2 }),
    });
  },
  memory: async () => {
    for (const count of [500, 9_990]) {
      const times = await benchThroughput({ count, clients: 8, store: 'sqlite', instances: 1 });
      console.table({ [`after ${count} leases`]: times });
    }
  },
};

const asked = process.argv.slice(2);
for (const name of asked.length > 0 ? asked : Object.keys(parts)) {
  const part = parts[name];
  if (!part) throw new Error(`Unknown part ${name}. Expected ${Object.keys(parts).join(', ')}.`);
  await part();
}
