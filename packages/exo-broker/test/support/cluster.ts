// One or several instances on one store, which are stopped, killed and started again.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { LeaseTimes } from '../../src/lease/times.ts';
import { openStore, type StoreSettings } from '../../src/store/open-store.ts';
import { startBrokerProcess, type BrokerProcess } from './broker-process.ts';
import { findLeaks } from './find-leaks.ts';
import { freePort } from './free-port.ts';
import { findPostgres, startPostgres, type PostgresServer } from './postgres.ts';
import { quick } from './quick.ts';
import type { World } from './world.ts';

export interface ClusterOptions {
  readonly store: 'sqlite' | 'postgres';
  readonly instances: number;
  /** How far the clock of the first instance is ahead, and that of the second behind. */
  readonly clocksOffMs: number;
  readonly maxLive?: number;
  /** Default short ones, for tests. */
  readonly times?: Partial<LeaseTimes>;
}

export interface Cluster extends AsyncDisposable {
  /** The addresses of the instances, which stay. */
  readonly urls: readonly string[];
  readonly pids: readonly number[];
  /** The configuration of each. */
  readonly configFiles: readonly string[];
  /** Ends an instance with a signal, and starts it again, with another built command if one is named. */
  restart(
    index: number,
    signal: 'SIGTERM' | 'SIGKILL',
    version?: { readonly module: string },
  ): Promise<void>;
  /** kill -9 of the database, which is started again. */
  killDatabase(): Promise<void>;
  /** Ends every lease, waits until nothing is due, and returns the rows that are not over. */
  settle(): Promise<string[]>;
  /** Stops everything with a signal, and returns the files that hold one of the secrets. */
  stop(secrets: Iterable<string>): Promise<string[]>;
}

const shortTimes = {
  ...quick.times,
  mintTimeoutMs: 3_000,
  undoTimeoutMs: 1_500,
  mintLimitMs: 6_000,
  confirmAfterMs: 500,
  claimMs: 10_000,
  revokeTimeoutMs: 8_000,
};

export async function startCluster(world: World, options: ClusterOptions): Promise<Cluster> {
  const { instances, clocksOffMs } = options;
  const database = options.store === 'postgres' ? await startDatabase() : undefined;
  const settings: StoreSettings = database
    ? { kind: 'postgres', url: await database.database('campaign') }
    : { kind: 'sqlite', path: join(world.folder, 'leases.db') };
  const configFiles = await Promise.all(
    Array.from({ length: instances }, async (_, index) =>
      world.configure({
        file: `broker-${index}.yml`,
        listen: `127.0.0.1:${await freePort()}`,
        maxLive: options.maxLive ?? 10_000,
        ...(settings.kind === 'postgres' && { store: settings.url }),
      }),
    ),
  );
  const outputs = join(world.folder, 'outputs');
  mkdirSync(outputs);
  let stopped = 0;
  const keepOutput = ({ output }: BrokerProcess): void => {
    stopped += 1;
    writeFileSync(join(outputs, `${stopped}.log`), output());
  };

  async function start(index: number, module?: string): Promise<BrokerProcess> {
    const clockAheadMs = index % 2 === 0 ? clocksOffMs : -clocksOffMs;
    const giveUpAt = performance.now() + 60_000;
    for (;;) {
      try {
        return await startBrokerProcess(configFiles[index] ?? '', {
          args: ['--audit', join(world.folder, `audit-${index}.jsonl`)],
          broker: { ...quick, times: options.times ?? shortTimes, clockAheadMs },
          ...(module !== undefined && { env: { BROKER_MODULE: module } }),
        });
      } catch (error) {
        // The database is away; an orchestrator would start the broker again too.
        if (database === undefined || performance.now() > giveUpAt) throw error;
        await sleep(100);
      }
    }
  }

  const running = await Promise.all(Array.from({ length: instances }, (_, index) => start(index)));

  return {
    urls: running.map(({ url }) => url),
    configFiles,
    pids: running.map(({ child }) => child.pid ?? 0),
    restart: async (index, signal, version) => {
      const old = running[index];
      if (old === undefined) throw new Error(`there is no instance ${index}`);
      await old.kill(signal);
      keepOutput(old);
      running[index] = await start(index, version?.module);
    },
    killDatabase: async () => {
      database?.kill();
      await sleep(200);
      await database?.start();
    },
    settle: () => settle(settings),
    stop: async (secrets) => {
      for (const each of running) {
        await each.kill('SIGTERM');
        keepOutput(each);
      }
      await database?.stop('fast');
      return findLeaks([world.folder, ...(database ? [database.folder] : [])], secrets);
    },
    [Symbol.asyncDispose]: async () => {
      for (const each of running) await each.kill('SIGKILL');
      await database?.remove();
    },
  };
}

function startDatabase(): Promise<PostgresServer> {
  const programs = findPostgres();
  if (programs === undefined) throw new Error('PostgreSQL is not installed');
  return startPostgres(programs);
}

async function settle(settings: StoreSettings): Promise<string[]> {
  const store = await openStore(settings, { now: Date.now, exclusive: false });
  for (const { id } of await store.list()) await store.end(id);
  for (let attempt = 0; attempt < 600 && (await store.list()).length > 0; attempt += 1) {
    await sleep(100);
  }
  const rows = await store.list();
  await store.close();
  return rows.map(({ id, state, lastError }) => `${id} ${state} ${lastError ?? ''}`);
}
