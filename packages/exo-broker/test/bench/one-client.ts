// One client: `POST /v1/leases` beside its parts: the bare two requests of a mint, five commits of the store, and
// one exchange with the broker.
import { join } from 'node:path';

import { createClient, mint } from '@x/exo-iam';

import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { startBrokerProcess } from '../support/broker-process.ts';
import { quick } from '../support/quick.ts';
import { createWorld } from '../support/world.ts';
import { prepareJobs, takeLease } from './jobs.ts';
import { toTimes, type Times } from './measure.ts';

const warmUp = 30;

/** They are taken in turn, so that whatever else runs on the machine slows them alike. */
export async function benchOneClient(count: number): Promise<Record<string, Times>> {
  const world = await createWorld();
  world.configure({ maxLive: 10_000 });
  const broker = await startBrokerProcess(world.configFile, {
    broker: { ...quick, times: { pollMs: 1000 } },
  });
  const client = createClient({
    credentials: world.simulator.parentKey,
    endpoint: world.endpoint,
    allowAnyHost: true,
  });
  const holder = { kind: 'local', user: 'bench', machine: 'bench' } as const;
  const scope = { operations: ['list-instances'] };
  const path = join(world.folder, 'commits.db');
  const store = await openStore({ kind: 'sqlite', path }, { now: Date.now, exclusive: true });
  const jobs = await prepareJobs(world, count + warmUp);
  const works: Record<string, (index: number) => Promise<unknown>> = {
    'bare two requests': () => mint(client, { scope, ttlSeconds: 300, prefix: 'bench', holder }),
    'five commits': (index) => commitFive(store, index),
    'GET /healthz': () => fetch(`${broker.url}/healthz`),
    'POST /v1/leases': (index) => takeLease({ world, url: broker.url }, jobs[index]),
  };
  const taken = new Map<string, number[]>(Object.keys(works).map((name) => [name, []]));
  for (let index = 0; index < count + warmUp; index += 1) {
    for (const [name, work] of Object.entries(works)) {
      const at = performance.now();
      await work(index);
      if (index >= warmUp) taken.get(name)?.push(performance.now() - at);
    }
  }
  await store.close();
  await broker.kill('SIGTERM');
  await world[Symbol.asyncDispose]();
  return Object.fromEntries(
    [...taken].map(([name, each]) => [
      name,
      toTimes(
        each,
        each.reduce((sum, ms) => sum + ms, 0),
      ),
    ]),
  );
}

async function commitFive(store: Store, index: number): Promise<void> {
  const id = `bench-${index}`;
  await store.take({
    id,
    job: { issuer: 'github', repositoryId: '1', run: id, attempt: '1', job: '1' },
    jti: id,
    tokenExpiresAt: Math.floor(Date.now() / 1000) + 300,
    organization: 'prod',
    rule: 'bench',
    maxLive: 100_000,
    claimsHash: 'x'.repeat(64),
    bodyHash: 'x'.repeat(64),
    ttlSeconds: 300,
    mintLimitMs: 60_000,
    paused: false,
  });
  const traces = { method: 'scoped-role', name: `exo-broker.${id}` } as const;
  await store.record(id, traces);
  await store.record(id, { ...traces, roleId: 'role' });
  await store.record(id, { ...traces, roleId: 'role', apiKey: 'EXO' });
  await store.handOut(id, {
    sealed: 'x'.repeat(900),
    sealedForMs: 60_000,
    tokenHash: 'x'.repeat(64),
    enforcedBy: 'server',
    expiresAt: 2_000_000_000,
    dueInMs: 360_000,
  });
}
