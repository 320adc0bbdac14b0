// Many clients at once, with one and two instances.
import { readFileSync } from 'node:fs';

import { startCluster, type ClusterOptions } from '../support/cluster.ts';
import { createWorld } from '../support/world.ts';
import { prepareJobs, takeLease } from './jobs.ts';
import { measure, type Times } from './measure.ts';

export interface ThroughputOptions extends Pick<ClusterOptions, 'store' | 'instances'> {
  readonly count: number;
  readonly clients: number;
}

export interface Throughput extends Times {
  /** Of each instance after the last lease. */
  readonly memoryMiB: string;
}

export async function benchThroughput(options: ThroughputOptions): Promise<Throughput> {
  const { store, instances, count, clients } = options;
  const world = await createWorld();
  const cluster = await startCluster(world, {
    store,
    instances,
    clocksOffMs: 0,
    maxLive: 10_000,
    times: {},
  });
  const { urls } = cluster;
  try {
    const batch = 500;
    const all: Times[] = [];
    for (let done = 0; done < count; done += batch) {
      const jobs = await prepareJobs(world, Math.min(batch, count - done));
      all.push(
        await measure(
          jobs.length,
          (index) => takeLease({ world, url: urls[index % urls.length] ?? '' }, jobs[index]),
          { lines: clients },
        ),
      );
    }
    const memoryMiB = cluster.pids.map((pid) => String(residentMiB(pid))).join(' ');
    const last = all.at(-1);
    if (last === undefined) throw new Error('count is 0');
    return { ...last, memoryMiB };
  } finally {
    await cluster[Symbol.asyncDispose]();
    await world[Symbol.asyncDispose]();
  }
}

function residentMiB(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}
