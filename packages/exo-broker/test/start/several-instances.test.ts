// Two instances on one PostgreSQL behind nginx, of which one is stopped or killed under load.
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, describe, expect, it } from 'vitest';

import { runBroker } from '../support/broker-process.ts';
import { askForLease, withToken, type LeaseWish } from '../support/client.ts';
import { startCluster, type Cluster } from '../support/cluster.ts';
import { installNextVersion } from '../support/next-version.ts';
import { hasNginx, startNginx, type Nginx } from '../support/nginx.ts';
import { findPostgres } from '../support/postgres.ts';
import { createRecipient } from '../support/recipient.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let cluster: Cluster;
let nginx: Nginx;

async function start(maxLive?: number): Promise<void> {
  world = await createWorld();
  const common = { store: 'postgres', instances: 2, clocksOffMs: 0 } as const;
  cluster = await startCluster(world, { ...common, ...(maxLive !== undefined && { maxLive }) });
  nginx = await startNginx(cluster.urls);
}

afterEach(async () => {
  await nginx[Symbol.asyncDispose]();
  await cluster[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const ask = (at: number, wish: LeaseWish) =>
  askForLease({ world, url: cluster.urls[at % 2] ?? '' }, wish);

/** Jobs one after another on several lines, until `work` is over. Half of them end their lease. */
async function underLoad(work: () => Promise<void>) {
  const outcomes: (number | 'cut off')[] = [];
  const kept: string[] = [];
  const state = { isOver: false };
  const line = async (number: number): Promise<void> => {
    for (let count = 0; !state.isOver; count += 1) {
      const claims = { run_id: `run-${number}-${count}` };
      const asked = await askForLease({ world, url: nginx.url }, { claims }).catch(() => undefined);
      outcomes.push(asked?.status ?? 'cut off');
      await sleep(50);
      if (asked?.status !== 201) continue;
      const { key = '', 'revoke-token': token } = asked.body;
      if (count % 2 === 0) kept.push(key);
      else await withToken('DELETE', `${nginx.url}/v1/leases/${asked.id}`, token).catch(() => {});
    }
  };
  const lines = Promise.all([1, 2, 3, 4].map(line));
  await work().finally(() => (state.isOver = true));
  await lines;
  return { outcomes, lost: kept.filter((key) => !world.simulator.state.apiKeys.has(key)), kept };
}

// `.ci/run` installs both, so it runs where it counts.
describe.runIf(findPostgres() && hasNginx())('two instances behind nginx', () => {
  it('are upgraded one after the other to another schema, and no job notices', async () => {
    await start();
    const next = installNextVersion(`ALTER TABLE leases ADD COLUMN note TEXT NOT NULL DEFAULT ''`);
    const besideNewer: unknown[] = [];
    const { outcomes, lost, kept } = await underLoad(async () => {
      await cluster.restart(0, 'SIGTERM', next);
      besideNewer.push((await fetch(`${cluster.urls[1]}/readyz`)).status);
      const { status, body, id } = await ask(1, {});
      const ended = `${cluster.urls[0]}/v1/leases/${id}`;
      besideNewer.push(status, (await withToken('DELETE', ended, body['revoke-token'])).body);
      const again = await runBroker(['serve', '--config', cluster.configFiles[1] ?? '']);
      besideNewer.push(again.exitCode, again.output);
      await cluster.restart(1, 'SIGTERM', next);
    }).finally(next.remove);
    expect(besideNewer).toEqual([200, 201, { state: 'revoked' }, 69, expect.any(String)]);
    expect(besideNewer.at(-1)).toContain('schema version');
    expect(new Set(outcomes)).toEqual(new Set([201]));
    expect(kept.length).toBeGreaterThan(0);
    expect(lost).toEqual([]);
  });

  it('lose no lease when one is killed, and what was cut off is revoked', async () => {
    await start();
    const { outcomes, lost, kept } = await underLoad(async () => {
      await sleep(300);
      await cluster.restart(0, 'SIGKILL');
    });
    // A mint that is cut off is gone for its idempotency key; everything else comes through.
    expect(outcomes.filter((outcome) => ![201, 410, 503].includes(Number(outcome)))).toEqual([]);
    expect(kept.length).toBeGreaterThan(0);
    expect(lost).toEqual([]);
    await expect(cluster.settle()).resolves.toEqual([]);
    expect(world.leftovers()).toEqual([]);
  });

  it('let one token take one lease, and hold max-live together', async () => {
    await start(4);
    const recipient = createRecipient();
    const token = await world.githubToken(recipient.recipient);
    const replays = await Promise.all(
      [0, 1, 2, 3, 4, 5].map((at) => ask(at, { token, recipient })),
    );
    expect(replays.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(replays.filter(({ status }) => status === 401)).toHaveLength(5);
    const runs = await Promise.all(
      Array.from({ length: 10 }, (_, at) => ask(at, { claims: { run_id: `run-${at}` } })),
    );
    expect(runs.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(runs.filter(({ status }) => status === 429)).toHaveLength(7);
  });
});
