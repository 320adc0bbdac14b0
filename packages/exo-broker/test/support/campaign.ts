// A campaign against one or several brokers: leases under faults of everything around them, and kill -9 at random points.
import { setTimeout as sleep } from 'node:timers/promises';

import { createSimulator, type Simulator } from '@x/exo-sim';

import { askForLease, withToken } from './client.ts';
import { startCluster, type Cluster, type ClusterOptions } from './cluster.ts';
import { createRandom, randomFault } from './random-fault.ts';
import { createRecipient } from './recipient.ts';
import { createWorld, type World } from './world.ts';

export interface CampaignOptions extends ClusterOptions {
  readonly seed: number;
  readonly leases: number;
  /** kill -9 of an instance. */
  readonly kills: number;
  /** kill -9 of the database. */
  readonly databaseKills: number;
  /** How many times the issuer is away for two seconds. */
  readonly issuerOutages: number;
  /** Jobs at once. */
  readonly concurrency: number;
}

export interface CampaignResult {
  readonly granted: number;
  /** Jobs that got no lease although they asked many times. */
  readonly refused: number;
  readonly ended: number;
  /** Requests that were repeated after a failure. */
  readonly repeated: number;
  readonly kills: number;
  readonly databaseKills: number;
  readonly issuerOutages: number;
  readonly faults: number;
  /** Leases that were granted, that nobody ended, and that did not work a moment later or at the end. */
  readonly lost: readonly string[];
  /** Idempotency keys with two live keys at one time. */
  readonly doubled: readonly string[];
  /** Names left in the organization after the end. */
  readonly orphans: readonly string[];
  /** Rows that are not over after the end. */
  readonly open: readonly string[];
  /** Files of brokers and database that hold a secret. */
  readonly leaks: readonly string[];
}

export async function runCampaign(options: CampaignOptions): Promise<CampaignResult> {
  const simulator = createSimulator({ requestsKept: 100 });
  const world = await createWorld({ simulator });
  try {
    const cluster = await startCluster(world, options);
    try {
      return await run({ simulator, world, cluster }, options);
    } finally {
      await cluster[Symbol.asyncDispose]();
    }
  } finally {
    await world[Symbol.asyncDispose]();
  }
}

interface Scene {
  readonly simulator: Simulator;
  readonly world: World;
  readonly cluster: Cluster;
}

async function run(
  { simulator, world, cluster }: Scene,
  options: CampaignOptions,
): Promise<CampaignResult> {
  const random = createRandom(options.seed);
  const secrets = new Set<string>([simulator.parentKey.apiSecret]);
  const kept = new Map<string, string>();
  const lost = new Set<string>();
  const doubled = new Set<string>();
  const counts = { granted: 0, refused: 0, ended: 0, repeated: 0, faults: 0 };
  const done = { kills: 0, databaseKills: 0, issuerOutages: 0 };
  const state = { jobs: 0, isOver: false };
  const anyUrl = (): string => cluster.urls[Math.floor(random() * cluster.urls.length)] ?? '';
  const pause = (): Promise<void> => sleep(50 + random() * 100);

  const job = async (number: number): Promise<void> => {
    let id = crypto.randomUUID();
    const recipient = createRecipient();
    const claims = { run_id: `run-${number}`, check_run_id: `${number}` };
    const giveUpAt = performance.now() + 60_000;
    while (performance.now() < giveUpAt) {
      try {
        const at = { world, url: anyUrl() };
        const { status, body } = await askForLease(at, { id, recipient, claims });
        if (status === 201) return await use(id, { recipient, claims, body });
        // What was cut off is revoked; another key asks for another lease.
        if (status === 410) id = crypto.randomUUID();
        else if (status < 500 && status !== 429) break;
      } catch {
        // The broker was killed; the same request is sent again.
      }
      counts.repeated += 1;
      await pause();
    }
    counts.refused += 1;
  };

  const use = async (id: string, { recipient, claims, body }: Granted): Promise<void> => {
    const { key = '', sealed = '', 'revoke-token': token = '' } = body;
    counts.granted += 1;
    kept.set(id, key);
    secrets.add(String((await recipient.open(sealed))['secret']));
    secrets.add(token);
    for (const each of findDoubled(simulator)) doubled.add(each);
    await sleep(random() * 80);
    if (!simulator.state.apiKeys.has(key)) lost.add(id);
    if (random() < 0.7) await end(id, { token, claims });
  };

  const end = async (
    id: string,
    { token, claims }: { readonly token: string; readonly claims: Record<string, unknown> },
  ): Promise<void> => {
    kept.delete(id);
    const giveUpAt = performance.now() + 60_000;
    while (performance.now() < giveUpAt) {
      try {
        const proof = random() < 0.5 ? token : await world.manageToken(claims);
        const url = `${anyUrl()}/v1/leases/${id}`;
        const { status } = await withToken('DELETE', url, proof);
        if (status === 200) {
          counts.ended += 1;
          return;
        }
      } catch {
        // Killed again.
      }
      await pause();
    }
  };

  // By how far the jobs are and not by the clock, so that a fast machine sees as much as a slow one.
  const spread = async (name: keyof typeof done, strike: () => Promise<void>): Promise<void> => {
    const total = options[name];
    while (done[name] < total) {
      const due = ((done[name] + 1) * options.leases) / (total + 1);
      while (state.jobs < due) await sleep(5);
      await sleep(random() * 60);
      await strike();
      done[name] += 1;
    }
  };

  const strikes = Promise.all([
    spread('kills', () => cluster.restart(Math.floor(random() * options.instances), 'SIGKILL')),
    spread('databaseKills', () => cluster.killDatabase()),
    spread('issuerOutages', async () => {
      world.issuer.answers.set('/keys', 'away').set('/.well-known/openid-configuration', 'away');
      await sleep(2_000);
      world.issuer.answers.clear();
    }),
  ]);

  const sabotage = async (): Promise<void> => {
    while (!state.isOver) {
      await sleep(50 + random() * 350);
      simulator.faults.clear();
      simulator.faults.add(randomFault(random));
      counts.faults += 1;
      for (const each of findDoubled(simulator)) doubled.add(each);
    }
    simulator.faults.clear();
  };

  const sabotaging = sabotage();
  const worker = async (): Promise<void> => {
    while (state.jobs < options.leases) {
      state.jobs += 1;
      await job(state.jobs);
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, worker));
  await strikes;
  state.isOver = true;
  await sabotaging;
  for (const [id, key] of kept) if (!simulator.state.apiKeys.has(key)) lost.add(id);
  // A lease that its job did not end is ended by the operator here, and by its deadline elsewhere.
  const open = await cluster.settle();
  const leaks = await cluster.stop(secrets);
  const orphans = world.leftovers();
  return { ...counts, ...done, lost: [...lost], doubled: [...doubled], orphans, open, leaks };
}

interface Granted {
  readonly recipient: ReturnType<typeof createRecipient>;
  readonly claims: Record<string, unknown>;
  readonly body: Readonly<Record<string, string>>;
}

// Of two live keys for one idempotency key, one would be nobody's. The role of a key tells its lease. A job
// whose request was cut off has a second idempotency key, and the key of the first lives until it is revoked.
function findDoubled({ state: { apiKeys, roles } }: Simulator): string[] {
  const leaseOf = new Map(
    [...roles.values()].map(({ name, description }) => [name, description?.split(' ')[1] ?? name]),
  );
  const leases = [...apiKeys.values()].map(({ name }) => leaseOf.get(name) ?? name);
  return leases.filter((lease, index) => leases.indexOf(lease) !== index);
}
