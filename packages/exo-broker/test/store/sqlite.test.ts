// The contract on SQLite, and what is SQLite's alone.
import { chmodSync, mkdtempSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { describe, expect, it } from 'vitest';

import { openStore } from '../../src/store/open-store.ts';
import { storeContract, type OpenedStore } from './contract.ts';

async function prepare(): Promise<OpenedStore & { readonly path: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'exo-broker-store-'));
  const path = join(folder, 'leases.db');
  let passed = 0;
  const now = (): number => Date.now() + passed;
  return {
    path,
    open: () => openStore({ kind: 'sqlite', path }, { now, exclusive: false }),
    setVersion: async (version) => {
      const database = new DatabaseSync(path);
      database.exec(`INSERT INTO schema_version (version) VALUES (${version})`);
      database.close();
    },
    pass: async (ms) => {
      passed += ms;
    },
    remove: async () => rmSync(folder, { recursive: true }),
  };
}

describe('the contract on SQLite', () => {
  storeContract(prepare);
});

describe('a SQLite store', () => {
  const open = (path: string, exclusive = true) =>
    openStore({ kind: 'sqlite', path }, { now: Date.now, exclusive });

  it('has one serve, beside which commands work', async () => {
    const data = await prepare();
    const serving = await open(data.path);
    await expect(open(data.path)).rejects.toMatchObject({ code: 'ERR_STORE' });
    const command = await open(data.path, false);
    await expect(command.list()).resolves.toEqual([]);
    await command.close();
    await serving.close();
    await (await open(data.path)).close();
    await data.remove();
  });

  it('is readable for its owner alone, with write-ahead log and full synchronization', async () => {
    const data = await prepare();
    const store = await open(data.path);
    expect(statSync(data.path).mode & 0o777).toBe(0o600);
    const database = new DatabaseSync(data.path);
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    database.close();
    await store.close();
    await data.remove();
  });

  it('says what is wrong with a folder that is missing, a folder in its place, and a foreign file', async () => {
    const data = await prepare();
    const refused = { code: 'ERR_STORE' };
    await expect(open(join(data.path, 'no/leases.db'))).rejects.toMatchObject(refused);
    mkdirSync(data.path);
    await expect(open(data.path)).rejects.toMatchObject(refused);
    const foreign = `${data.path}-foreign`;
    writeFileSync(foreign, 'not a database, but long enough to be taken for a file of one');
    chmodSync(foreign, 0o600);
    await expect(open(foreign)).rejects.toMatchObject(refused);
    await data.remove();
  });
});
