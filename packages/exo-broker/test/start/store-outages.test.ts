// A store that is away, full, read-only, newer or locked: the start is refused, or the answer is 503 and
// nothing is minted that is not written.
import { join } from 'node:path';

import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { openStore } from '../../src/store/open-store.ts';
import { runBroker, startBrokerProcess, type BrokerProcess } from '../support/broker-process.ts';
import { askForLease } from '../support/client.ts';
import { findPostgres, startPostgres, type PostgresServer } from '../support/postgres.ts';
import { quick } from '../support/quick.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let broker: BrokerProcess | undefined;

beforeEach(async () => {
  world = await createWorld();
});

afterEach(async () => {
  await broker?.kill('SIGKILL');
  broker = undefined;
  await world[Symbol.asyncDispose]();
});

const ask = () => askForLease({ world, url: broker?.url ?? '' });
const unavailable = { status: 503, body: { code: 'unavailable' } };
const ready = async (): Promise<number> => (await fetch(`${broker?.url}/readyz`)).status;
const becomes = (status: number): Promise<void> =>
  vi.waitFor(async () => expect(await ready()).toBe(status), { timeout: 30_000, interval: 100 });

describe('SQLite on a disk that is full', () => {
  it('answers 503, and every key has its row', async () => {
    broker = await startBrokerProcess(world.configFile, { broker: quick, maxFileKiB: 500 });
    const statuses = [];
    while (statuses.at(-1) !== 503 && statuses.length < 50) statuses.push((await ask()).status);
    expect(statuses.at(0)).toBe(201);
    await expect(ask()).resolves.toMatchObject(unavailable);
    await becomes(503);
    const left = world.leftovers();
    await expect(ask()).resolves.toMatchObject(unavailable);
    expect(world.leftovers()).toEqual(left);
    const store = await openStore(
      { kind: 'sqlite', path: join(world.folder, 'leases.db') },
      { now: Date.now, exclusive: false },
    );
    const written = (await store.list()).map(({ name }) => name);
    expect(written).toEqual(expect.arrayContaining(left));
    await store.close();
  });
});

// `.ci/run` installs the server, so it runs where it counts.
const programs = findPostgres();

describe.runIf(programs)('PostgreSQL', () => {
  let server: PostgresServer;
  let url: string;
  let count = 0;

  beforeAll(async () => {
    server = await startPostgres(programs ?? '');
  });

  afterAll(() => server.remove());

  beforeEach(async () => {
    count += 1;
    url = await server.database(`outage_${count}`);
    world.configure({ store: url });
  });

  async function query(sql: string): Promise<void> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(sql);
    await client.end();
  }

  async function start(): Promise<void> {
    broker = await startBrokerProcess(world.configFile, { broker: quick });
  }

  async function refuses(): Promise<string> {
    const { exitCode, output } = await runBroker(['serve', '--config', world.configFile]);
    expect(exitCode).toBe(69);
    expect(output.trim().split('\n')).toHaveLength(1);
    return output;
  }

  it('that is away, or that wants another password, refuses the start', async () => {
    world.configure({ store: 'postgres://broker@127.0.0.1:1/nothing' });
    await refuses();
    await query("CREATE ROLE locked LOGIN PASSWORD 'right'");
    world.configure({ store: url.replace('broker@', 'locked:wrong@') });
    expect(await refuses()).not.toContain('wrong');
  });

  it('of a newer version, or read-only, refuses the start', async () => {
    await query('CREATE TABLE schema_version (version INTEGER NOT NULL)');
    await query('INSERT INTO schema_version VALUES (99)');
    expect(await refuses()).toContain('schema version 99');
    await query('DELETE FROM schema_version');
    await query(`ALTER DATABASE outage_${count} SET default_transaction_read_only = on`);
    expect(await refuses()).toContain('read-only');
  });

  it('that goes away later is waited for, and nothing is minted until it is back', async () => {
    await start();
    await becomes(200);
    await server.stop('immediate');
    await expect(ask()).resolves.toMatchObject(unavailable);
    await becomes(503);
    expect(world.leftovers()).toEqual([]);
    await server.start();
    await becomes(200);
    await expect(ask()).resolves.toMatchObject({ status: 201 });
  });

  it('that is full, or read-only, answers 503, and nothing is minted', async () => {
    await start();
    const full = `CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$`;
    await query(full);
    for (const table of ['leases', 'schema_version']) {
      await query(
        `CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON ${table} EXECUTE FUNCTION full_disk()`,
      );
    }
    await expect(ask()).resolves.toMatchObject(unavailable);
    await becomes(503);
    await query('DROP FUNCTION full_disk CASCADE');
    await becomes(200);
    await query(`ALTER DATABASE outage_${count} SET default_transaction_read_only = on`);
    await query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    await becomes(503);
    await expect(ask()).resolves.toMatchObject(unavailable);
    expect(world.leftovers()).toEqual([]);
  });

  it('of another broker with the same name-prefix is found by reconcile', async () => {
    await start();
    await expect(ask()).resolves.toMatchObject({ status: 201 });
    const other = await server.database(`other_${count}`);
    world.configure({ store: other });
    const { exitCode, output } = await runBroker(['reconcile', '--config', world.configFile]);
    expect(exitCode).toBe(75);
    expect(output).toContain('another broker with this name-prefix');
  });
});
