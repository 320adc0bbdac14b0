// A campaign against one broker: leases under the simulator's faults, and kill -9 at random points.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { createSimulator, type Fault } from '@x/exo-sim';

import { startBrokerProcess, type BrokerProcess } from './broker-process.ts';
import { askForLease, withToken } from './client.ts';
import { quick } from './quick.ts';
import { createRecipient } from './recipient.ts';
import { createWorld, type World } from './world.ts';

export interface CampaignOptions {
  readonly seed: number;
  readonly leases: number;
  readonly kills: number;
  /** Jobs at once. */
  readonly concurrency: number;
}

export interface CampaignResult {
  readonly granted: number;
  readonly refused: number;
  readonly ended: number;
  readonly kills: number;
  readonly faults: number;
  /** Leases that were granted and did not work a moment later. */
  readonly lost: readonly string[];
  /** Idempotency keys with two live keys at one time. */
  readonly doubled: readonly string[];
  /** Names left in the organization after the end. */
  readonly orphans: readonly string[];
  /** Rows that are not over after the end. */
  readonly open: readonly string[];
  /** Files of the broker, its output among them, that hold a secret. */
  readonly leaks: readonly string[];
}

export async function runCampaign(options: CampaignOptions): Promise<CampaignResult> {
  const random = createRandom(options.seed);
  const simulator = createSimulator({ requestsKept: 100 });
  const world = await createWorld({ simulator });
  world.configure({ maxLive: 10_000 });
  const secrets = new Set<string>();
  const lost: string[] = [];
  const doubled: string[] = [];
  const counts = { granted: 0, refused: 0, ended: 0, kills: 0, faults: 0 };
  const outputs: string[] = [];
  const state: { broker: BrokerProcess; done: boolean } = {
    broker: await start(world),
    done: false,
  };

  const job = async (number: number): Promise<void> => {
    let id = crypto.randomUUID();
    const recipient = createRecipient();
    const claims = { run_id: `run-${number}`, check_run_id: `${number}` };
    for (let attempt = 0; attempt < 30; attempt += 1) {
      try {
        const asked = await askForLease(
          { world, url: state.broker.url },
          { id, recipient, claims },
        );
        if (asked.status === 201) {
          const { key = '', sealed = '', 'revoke-token': token = '' } = asked.body;
          counts.granted += 1;
          watchFor(id);
          secrets.add(String((await recipient.open(sealed))['secret']));
          await sleep(random() * 80);
          if (!simulator.state.apiKeys.has(key)) lost.push(id);
          if (random() < 0.7) await end(id, token, claims);
          return;
        }
        // What was cut off is revoked; another key asks for another lease.
        if (asked.status === 410) id = crypto.randomUUID();
        else if (asked.status < 500 && asked.status !== 429) break;
      } catch {
        // The broker was killed; the same request is sent again.
      }
      await sleep(50 + random() * 100);
    }
    counts.refused += 1;
  };

  // Of two live keys for one idempotency key, one would be nobody's. The role of a key tells its lease.
  const watchFor = (id: string): void => {
    const { apiKeys, roles } = simulator.state;
    const own = [...roles.values()].filter(({ description }) => description?.includes(id));
    const names = new Set(own.map(({ name }) => name));
    const live = [...apiKeys.values()].filter(({ name }) => names.has(name));
    if (live.length > 1) doubled.push(id);
  };

  const end = async (id: string, token: string, claims: Record<string, unknown>): Promise<void> => {
    for (let attempt = 0; attempt < 40; attempt += 1) {
      try {
        const proof = random() < 0.5 ? token : await world.manageToken(claims);
        const { status } = await withToken('DELETE', `${state.broker.url}/v1/leases/${id}`, proof);
        if (status === 200) {
          counts.ended += 1;
          return;
        }
      } catch {
        // Killed again.
      }
      await sleep(50 + random() * 100);
    }
  };

  // By how far the jobs are and not by the clock, so that a fast machine is killed as often as a slow one.
  const progress = { jobs: 0 };
  const killer = async (): Promise<void> => {
    while (counts.kills < options.kills) {
      const due = ((counts.kills + 1) * options.leases) / (options.kills + 1);
      while (progress.jobs < due) await sleep(5);
      await sleep(random() * 60);
      await state.broker.kill('SIGKILL');
      outputs.push(state.broker.output());
      counts.kills += 1;
      state.broker = await start(world);
    }
  };

  const saboteur = async (): Promise<void> => {
    while (!state.done) {
      await sleep(50 + random() * 350);
      simulator.faults.clear();
      simulator.faults.add(randomFault(random));
      counts.faults += 1;
    }
    simulator.faults.clear();
  };

  const killing = killer();
  const sabotage = saboteur();
  const worker = async (): Promise<void> => {
    while (progress.jobs < options.leases || counts.kills < options.kills) {
      progress.jobs += 1;
      await job(progress.jobs);
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, worker));
  state.done = true;
  await Promise.all([killing, sabotage]);
  // A lease that its job did not end is ended by the operator here, and by its deadline elsewhere.
  const open = await settle(world, state.broker);
  outputs.push(state.broker.output());
  await state.broker.kill('SIGTERM');
  outputs.push(state.broker.output());
  const leaks = findLeaks(world.folder, { outputs, secrets });
  const orphans = world.leftovers();
  await world[Symbol.asyncDispose]();
  return { ...counts, lost, doubled, orphans, open, leaks };
}

function start(world: World): Promise<BrokerProcess> {
  const args = ['--audit', join(world.folder, 'audit.jsonl')];
  const { times } = quick;
  return startBrokerProcess(world.configFile, {
    args,
    broker: {
      ...quick,
      times: { ...times, confirmAfterMs: 500, claimMs: 10_000, revokeTimeoutMs: 8_000 },
    },
  });
}

async function settle(world: World, broker: BrokerProcess): Promise<string[]> {
  const { openStore } = await import('../../src/store/open-store.ts');
  const store = await openStore(
    { kind: 'sqlite', path: join(world.folder, 'leases.db') },
    { now: Date.now, exclusive: false },
  );
  for (const { id } of await store.list()) await store.end(id);
  for (let attempt = 0; attempt < 600 && (await store.list()).length > 0; attempt += 1) {
    await sleep(100);
    if (broker.child.exitCode !== null) break;
  }
  const rows = await store.list();
  await store.close();
  return rows.map(({ id, state, lastError }) => `${id} ${state} ${lastError ?? ''}`);
}

function findLeaks(
  folder: string,
  {
    outputs,
    secrets,
  }: { readonly outputs: readonly string[]; readonly secrets: ReadonlySet<string> },
): string[] {
  const texts = new Map(outputs.map((text, index) => [`output ${index}`, text]));
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name !== 'secret' && statSync(path).isFile()) texts.set(name, readFileSync(path, 'latin1'));
  }
  const holdsSecret = (text: string): boolean =>
    [...secrets].some((secret) => text.includes(secret));
  return [...texts].filter(([, text]) => holdsSecret(text)).map(([name]) => name);
}

function randomFault(random: () => number): Fault {
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const operation = pick([
    'create-api-key',
    'create-iam-role',
    'delete-api-key',
    'delete-iam-role',
    'list-api-keys',
    'list-iam-roles',
    'get-operation',
  ]);
  const common = {
    operation,
    after: Math.floor(random() * 3),
    times: 1 + Math.floor(random() * 3),
  };
  return pick<Fault>([
    { ...common, dropConnection: 'after' },
    { ...common, dropConnection: 'before' },
    { ...common, delayMs: 400 },
    { ...common, respond: { status: 503, body: { message: 'busy' } } },
    { ...common, respond: { status: 500, body: { message: 'failed' } } },
    {
      ...common,
      respond: { status: 429, headers: { 'retry-after': '0' }, body: { message: 'slow' } },
    },
  ]);
}

/** Numbers in [0, 1) that a seed decides (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
