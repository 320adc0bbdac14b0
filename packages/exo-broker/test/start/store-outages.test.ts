// A store that is away, full, read-only, newer or locked: the start is refused, or the answer is 503 and
// nothing is minted that is not written.
import { chmodSync, writeFileSync } from 'node:fs';
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
    await client.query(sql).finally(() => client.end());
  }

  async function start(env: Readonly<Record<string, string>> = {}): Promise<void> {
    broker = await startBrokerProcess(world.configFile, { broker: quick, env });
  }

  /** Of this database, ended as by a server that restarts. */
  const endConnections = (): Promise<void> =>
    query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );

  /** Lets the user `locked` in, with the password in a file. */
  async function lock(password: string): Promise<string> {
    await query(
      `DO $$ BEGIN CREATE ROLE locked SUPERUSER LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    );
    await query(`ALTER ROLE locked PASSWORD '${password}'`);
    const file = join(world.folder, 'store-password');
    writeFileSync(file, `${password}\n`, { mode: 0o600 });
    world.configure({ store: url.replace('broker@', 'locked@'), storePasswordFile: file });
    return file;
  }

  const said = (): string => broker?.output() ?? '';

  async function refuses(): Promise<string> {
    const { exitCode, output } = await runBroker(['serve', '--config', world.configFile]);
    expect(exitCode).toBe(69);
    expect(output.trim().split('\n')).toHaveLength(1);
    return output;
  }

  it('that is away, or that wants another password, refuses the start', async () => {
    world.configure({ store: 'postgres://broker@127.0.0.1:1/nothing' });
    await refuses();
    const file = await lock('right');
    writeFileSync(file, 'wrong');
    expect(await refuses()).not.toContain('wrong');
    chmodSync(file, 0o666);
    await expect(runBroker(['serve', '--config', world.configFile])).resolves.toMatchObject({
      exitCode: 78,
    });
  });

  it('takes a new password from its file without a restart', async () => {
    const file = await lock('first-password');
    await start();
    await expect(ask()).resolves.toMatchObject({ status: 201 });
    await query("ALTER ROLE locked PASSWORD 'second-password'");
    await endConnections();
    await becomes(503);
    const { status, body } = await ask();
    expect({ status, body }).toMatchObject(unavailable);
    expect(JSON.stringify(body)).not.toContain(file);
    writeFileSync(file, 'second-password');
    await becomes(200);
    await expect(ask()).resolves.toMatchObject({ status: 201 });
    expect(said()).toContain('password authentication failed');
    expect(said()).not.toMatch(/first-password|second-password/);
  });

  it('keeps no connection whose password cannot be read, and warns once of a file that a group can read', async () => {
    const file = await lock('right');
    for (const path of [file, join(world.folder, 'secret')]) chmodSync(path, 0o640);
    await start();
    await becomes(200);
    broker?.child.kill('SIGHUP');
    await vi.waitFor(() => expect(said()).toContain('reloaded the configuration'), 20_000);
    expect(said().split('can read it')).toHaveLength(3);
    chmodSync(file, 0o666);
    await endConnections();
    const tries = (): number => said().split('Others can write the secret file').length;
    await vi.waitFor(() => expect(tries()).toBeGreaterThan(40), 60_000);
    expect(server.processes()).toBeLessThan(20);
  });

  it('takes the password from the file of PGPASSFILE, or from PGPASSWORD', async () => {
    await lock('right');
    world.configure({ store: url.replace('broker@', 'locked@') });
    const passFile = join(world.folder, 'pgpass');
    writeFileSync(passFile, `127.0.0.1:${server.port}:*:locked:right\n`, { mode: 0o600 });
    for (const env of [{ PGPASSFILE: passFile }, { PGPASSWORD: 'right' }]) {
      await start(env);
      expect(await ready()).toBe(200);
      expect(broker?.output()).not.toMatch(/deprecat/i);
      await broker?.kill('SIGKILL');
    }
    await refuses();
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
    await query(
      'CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON leases EXECUTE FUNCTION full_disk()',
    );
    await expect(ask()).resolves.toMatchObject(unavailable);
    await becomes(503);
    await query('DROP FUNCTION full_disk CASCADE');
    await becomes(200);
    await query(`ALTER DATABASE outage_${count} SET default_transaction_read_only = on`);
    await endConnections();
    await becomes(503);
    await expect(ask()).resolves.toMatchObject(unavailable);
    expect(world.leftovers()).toEqual([]);
  });

  it('that answers nobody lets no request hang, and no stop', async () => {
    await start();
    const stopping = await startBrokerProcess(world.configFile, { broker: quick });
    // More than there are connections.
    const askAll = async ({ url: at } = broker ?? stopping): Promise<number[]> => {
      const answers = await Promise.all(
        Array.from({ length: 12 }, () => askForLease({ world, url: at })),
      );
      return answers.map(({ status }) => status);
    };
    expect(new Set(await askAll(stopping))).toEqual(new Set([201]));
    const left = world.leftovers();
    const thaw = server.freeze();
    try {
      const stopped = stopping.kill('SIGTERM');
      const answers = await Promise.all([ready(), askAll()]);
      expect(new Set(answers.flat())).toEqual(new Set([503]));
      await expect(stopped).resolves.toBe(0);
    } finally {
      thaw();
      await stopping.kill('SIGKILL');
    }
    expect(world.leftovers()).toEqual(left);
    await becomes(200);
    await expect(ask()).resolves.toMatchObject({ status: 201 });
  });

  it('of another broker with the same name-prefix is found by reconcile', async () => {
    await start();
    await expect(ask()).resolves.toMatchObject({ status: 201 });
    const other = await server.database(`other_${count}`);
    world.configure({ store: other });
    const { exitCode, output } = await runBroker(['reconcile', '--config', world.configFile]);
    expect(exitCode).toBe(75);
    expect(output).toContain('another broker uses this name-prefix');
  });
});
