// A new configuration for a broker that runs: refused as a whole, or taken, a new parent key among it.
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createAudit } from '../../src/audit/audit.ts';
import { readConfig } from '../../src/start/read-config.ts';
import { startBroker, type Broker } from '../../src/start/start-broker.ts';
import { askForLease, withToken } from '../support/client.ts';
import { quick } from '../support/quick.ts';
import { createWorld, type ConfigChanges, type World } from '../support/world.ts';

let world: World;
let broker: Broker;

beforeEach(async () => {
  world = await createWorld();
  broker = await startBroker(await readConfig(world.configFile), {
    ...quick,
    audit: createAudit({ write: () => Promise.resolve(), now: Date.now }),
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
});

afterEach(async () => {
  await broker.stop();
  await world[Symbol.asyncDispose]();
});

const ask = () => askForLease({ world, url: broker.url });
const leaseUrl = (id: string): string => `${broker.url}/v1/leases/${id}`;
const configure = async (changes: ConfigChanges): Promise<void> =>
  broker.reload(await readConfig(world.configure(changes)));

describe('a reload', () => {
  it('that is not valid keeps the old configuration', async () => {
    await ask();
    const moved = await readConfig(world.configure({ store: 'sqlite:/elsewhere.db' }));
    await expect(broker.reload(moved)).rejects.toMatchObject({ code: 'ERR_CONFIG_INVALID' });
    const current = await readConfig(world.configure());
    const without = { ...current, organizations: [], rules: [] };
    await expect(broker.reload(without)).rejects.toMatchObject({ code: 'ERR_CONFIG_INVALID' });
    await expect(ask()).resolves.toMatchObject({ status: 201 });
  });
});

describe('a second organization', () => {
  it('gets its own leases, with its own parent key, and may go when they are over', async () => {
    const lab = await createWorld();
    const { endpoint, simulator } = lab;
    const secretFile = join(lab.folder, 'secret');
    await configure({ lab: { endpoint, apiKey: simulator.parentKey.apiKey, secretFile } });
    const claims = { repository_id: '1' };
    const leased = await askForLease({ world, url: broker.url }, { claims });
    expect(leased.status).toBe(201);
    expect(lab.leftovers()).toHaveLength(2);
    expect(world.leftovers()).toEqual([]);
    await expect(configure({})).rejects.toMatchObject({ code: 'ERR_CONFIG_INVALID' });
    await withToken('DELETE', leaseUrl(leased.id), leased.body['revoke-token']);
    await vi.waitFor(() => expect(lab.leftovers()).toEqual([]), { timeout: 20_000 });
    await vi.waitFor(() => configure({}), { timeout: 20_000 });
    await lab[Symbol.asyncDispose]();
  });
});

describe('a rotation of the parent key', () => {
  const unknownKey = 'EXO00000000000000000000000';

  it('mints with the first key, and revokes with either', async () => {
    const before = await ask();
    await configure({ apiKey: unknownKey, previous: world.simulator.parentKey.apiKey });
    await expect(ask()).resolves.toMatchObject({ status: 502, body: { code: 'api-refused' } });
    const ended = await withToken('DELETE', leaseUrl(before.id), before.body['revoke-token']);
    expect(ended.body).toEqual({ state: 'revoked' });
    await configure({ previous: unknownKey });
    const after = await ask();
    expect(after.status).toBe(201);
    await withToken('DELETE', leaseUrl(after.id), after.body['revoke-token']);
    await vi.waitFor(() => expect(world.leftovers()).toEqual([]), { timeout: 20_000 });
  });
});
