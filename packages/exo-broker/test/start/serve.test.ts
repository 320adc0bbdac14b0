// The command as a process: start, refusal to start, crash, reload, commands beside it, stop.
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { findBreak } from '../../src/audit/audit.ts';
import { openStore } from '../../src/store/open-store.ts';
import { runBroker, startBrokerProcess, type BrokerProcess } from '../support/broker-process.ts';
import { askForLease, withToken } from '../support/client.ts';
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

async function start(): Promise<BrokerProcess> {
  const args = ['--audit', join(world.folder, 'audit.jsonl')];
  broker = await startBrokerProcess(world.configFile, { args, broker: quick });
  return broker;
}

const patient = { timeout: 20_000, interval: 50 };
const nothingLeft = (): Promise<void> =>
  vi.waitFor(() => expect(world.leftovers()).toEqual([]), patient);

describe('serve', () => {
  it('finishes a running mint when it is told to stop, and takes no more', async () => {
    const { url, kill } = await start();
    world.simulator.faults.add({ operation: 'create-api-key', delayMs: 500 });
    const asked = askForLease({ world, url });
    await vi.waitFor(() => expect(world.leftovers()).toHaveLength(1), { ...patient, interval: 5 });
    const exited = kill('SIGTERM');
    await expect(asked).resolves.toMatchObject({ status: 201 });
    await expect(exited).resolves.toBe(0);
    await expect(askForLease({ world, url })).rejects.toThrow('fetch failed');
  });

  it('22: a mint that kill -9 cut off is revoked by the next process', async () => {
    const { url, kill } = await start();
    world.simulator.faults.add({ operation: 'create-api-key', delayMs: 400 });
    const asked = askForLease({ world, url }).catch(() => 'cut off');
    await vi.waitFor(() => expect(world.leftovers()).toHaveLength(1), { ...patient, interval: 5 });
    await kill('SIGKILL');
    await expect(asked).resolves.toBe('cut off');
    await start();
    await nothingLeft();
  });

  it('keeps a lease over kill -9, and gives it to a repetition of its request', async () => {
    const { url, kill } = await start();
    const first = await askForLease({ world, url });
    await kill('SIGKILL');
    const again = await askForLease(
      { world, url: (await start()).url },
      { id: first.id, recipient: first.recipient },
    );
    expect(again.body['sealed']).toBe(first.body['sealed']);
    expect(world.leftovers()).toHaveLength(2);
    const trail = readFileSync(join(world.folder, 'audit.jsonl'), 'utf8').trim().split('\n');
    expect(findBreak(trail)).toBeUndefined();
  });

  it('21: is ready within 2 s of its own time with 30,000 expired rows', async () => {
    const path = join(world.folder, 'leases.db');
    const store = await openStore({ kind: 'sqlite', path }, { now: Date.now, exclusive: false });
    await store.close();
    const database = new DatabaseSync(path);
    database.exec(`WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 30000)
      INSERT INTO leases (id, state, organization, rule, issuer, repository_id, run, attempt, claims_hash,
        body_hash, method, name, api_key, role_id, expires_at, created_at, due_at)
      SELECT 'id-' || n, 'leased', 'prod', 'shop-deploy', 'github', '1', '1', '1', '', '', 'scoped-role',
        'exo-broker.1.' || n, 'EXO' || n, '00000000-0000-4000-8000-000000000000', 1, 1, 1 FROM numbers`);
    database.close();
    const { url, metricsUrl } = await start();
    const ready = await fetch(`${url}/readyz`);
    expect(ready.status).toBe(200);
    // A new lease does not wait for them.
    await expect(askForLease({ world, url })).resolves.toMatchObject({ status: 429 });
    const metrics = await (await fetch(metricsUrl)).text();
    expect(metrics).toMatch(/exo_broker_leases\{state="leased"\} \d+/);
  });

  it('reloads on SIGHUP, and keeps the old configuration when the new one is broken', async () => {
    const { url, metricsUrl, child, output } = await start();
    const taken = async (): Promise<string | undefined> =>
      /^exo_broker_config_reload_success (\d)$/m.exec(await (await fetch(metricsUrl)).text())?.[1];
    writeFileSync(world.configFile, 'version: 1\nrules: [');
    child.kill('SIGHUP');
    await vi.waitFor(() => expect(output()).toContain('kept the old configuration'), patient);
    await expect(taken()).resolves.toBe('0');
    await expect(askForLease({ world, url })).resolves.toMatchObject({ status: 201 });
    world.configure({ paused: true });
    child.kill('SIGHUP');
    await vi.waitFor(() => expect(output()).toContain('reloaded the configuration'), patient);
    await expect(taken()).resolves.toBe('1');
    await expect(askForLease({ world, url })).resolves.toMatchObject({ status: 503 });
  });

  it('has commands beside it that list, revoke and reconcile', async () => {
    const { url } = await start();
    const { id } = await askForLease({ world, url });
    const config = ['--config', world.configFile];
    const listed = await runBroker(['leases', ...config, '--json']);
    expect(JSON.parse(listed.output)).toMatchObject([{ id, state: 'leased' }]);
    const clean = await runBroker(['reconcile', ...config]);
    expect(clean).toMatchObject({ exitCode: 0 });
    const other = world.configure({ store: `sqlite:${join(world.folder, 'other.db')}` });
    const foreign = await runBroker(['reconcile', '--config', other, '--json']);
    expect(foreign.exitCode).toBe(75);
    const { prod } = JSON.parse(foreign.output) as { prod: { unknown: { name: string }[] } };
    expect(prod.unknown.map(({ name }) => name)).toEqual([world.leftovers()[0]]);
    world.configure();
    const revoked = await runBroker(['revoke', id, ...config]);
    expect(revoked).toEqual({ exitCode: 0, output: `${id} revoked\n` });
    expect(world.leftovers()).toEqual([]);
    await expect(runBroker(['revoke', 'unknown', ...config])).resolves.toMatchObject({
      exitCode: 64,
    });
  });

  it('writes no secret anywhere', async () => {
    const { url, output, kill } = await start();
    const { body, recipient, id } = await askForLease({ world, url });
    const { secret } = await recipient.open(body['sealed'] ?? '');
    await withToken('DELETE', `${url}/v1/leases/${id}`, body['revoke-token']);
    await kill('SIGTERM');
    const files = ['leases.db', 'leases.db-wal', 'audit.jsonl']
      .map((name) => join(world.folder, name))
      .filter((path) => existsSync(path));
    const texts = [output(), ...files.map((path) => readFileSync(path, 'latin1'))];
    for (const text of texts) {
      for (const hidden of [secret, body['revoke-token'], world.simulator.parentKey.apiSecret]) {
        expect(text.includes(String(hidden))).toBe(false);
      }
    }
  });
});

describe('serve does not start', () => {
  const config = (): string[] => ['serve', '--config', world.configFile];

  it('with a broken configuration, a secret that is missing, or one that others can write', async () => {
    writeFileSync(world.configFile, 'version: 1\nlisten: [');
    const broken = await runBroker(config());
    expect(broken.exitCode).toBe(78);
    expect(broken.output.trim().split('\n')).toHaveLength(1);
    world.configure({ secretFile: '/nowhere/secret' });
    await expect(runBroker(config())).resolves.toMatchObject({ exitCode: 78 });
    world.configure();
    chmodSync(join(world.folder, 'secret'), 0o622);
    await expect(runBroker(config())).resolves.toMatchObject({ exitCode: 78 });
  });

  it('with a port in use, a second serve on the store, or a store of a newer version', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    world.configure({ listen: `127.0.0.1:${port}` });
    await expect(runBroker(config())).resolves.toMatchObject({ exitCode: 69 });
    server.close();
    world.configure();
    const { kill } = await start();
    const second = await runBroker(config());
    expect(second.exitCode).toBe(69);
    expect(second.output).toContain('Another exo-broker serves');
    await kill('SIGTERM');
    const database = new DatabaseSync(join(world.folder, 'leases.db'));
    database.exec('INSERT INTO schema_version (version) VALUES (99)');
    database.close();
    await expect(runBroker(config())).resolves.toMatchObject({ exitCode: 69 });
  });

  it('with a store in a folder that nobody can write', async () => {
    world.configure({ store: 'sqlite:/sys/leases.db' });
    const { exitCode, output } = await runBroker(config());
    expect(exitCode).toBe(69);
    expect(output.trim().split('\n')).toHaveLength(1);
  });
});
