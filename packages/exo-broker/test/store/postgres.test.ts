// The contract on a real PostgreSQL server, where its programs are installed.
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { openStore } from '../../src/store/open-store.ts';
import { openPostgres } from '../../src/store/postgres-driver.ts';
import { findPostgres, startPostgres, type PostgresServer } from '../support/postgres.ts';
import { storeContract, type OpenedStore } from './contract.ts';

const programs = findPostgres();

// `.ci/run` installs the server, so it is there where it counts.
describe.runIf(programs)('PostgreSQL', () => {
  let server: PostgresServer;
  let count = 0;

  beforeAll(async () => {
    server = await startPostgres(programs ?? '');
  });

  afterAll(() => server.remove());

  async function prepare(): Promise<OpenedStore> {
    count += 1;
    const url = await server.database(`contract_${count}`);
    const query = async (sql: string): Promise<void> => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(sql);
      await client.end();
    };
    // With this setting max-live would not hold, and the broker does not rely on the default.
    const name = `contract_${count}`;
    await query(`ALTER DATABASE ${name} SET default_transaction_isolation TO 'repeatable read'`);
    return {
      open: () => openStore({ kind: 'postgres', url }, { now: () => 0, exclusive: false }),
      setVersion: (version) => query(`INSERT INTO schema_version (version) VALUES (${version})`),
      pass: (ms) =>
        query(
          `UPDATE leases SET due_at = due_at - ${ms}, sealed_until = sealed_until - ${ms}, ended_at = ended_at - ${ms}`,
        ),
      remove: () => Promise.resolve(),
    };
  }

  describe('the contract', () => {
    storeContract(prepare);
  });

  it('has commits that are on the disk, whatever the database has set', async () => {
    const url = await server.database('settings');
    const driver = openPostgres({ url });
    const off = 'ALTER DATABASE settings SET synchronous_commit TO off';
    await driver.transaction((transaction) => transaction.run(off));
    await driver.close();
    const again = openPostgres({ url });
    await expect(
      again.transaction((transaction) => transaction.all('SHOW synchronous_commit')),
    ).resolves.toEqual([{ synchronous_commit: 'on' }]);
    await again.close();
  });

  it('is refused when nobody answers', async () => {
    const url = 'postgres://broker@127.0.0.1:1/nothing';
    await expect(
      openStore({ kind: 'postgres', url }, { now: () => 0, exclusive: false }),
    ).rejects.toMatchObject({ code: 'ERR_STORE' });
  });

  it('is usable again after the server crashed', async () => {
    const data = await prepare();
    const store = await data.open();
    await store.endFirst('kept', {
      issuer: 'i',
      repositoryId: '1',
      run: '1',
      attempt: '1',
      job: '1',
    });
    server.kill();
    // Its processes for connections notice a moment later that the server is gone.
    await vi.waitFor(() => expect(store.ping()).rejects.toMatchObject({ code: 'ERR_STORE' }), {
      timeout: 60_000,
    });
    await server.start();
    await expect(store.find('kept')).resolves.toMatchObject({ state: 'revoked' });
    await store.close();
  });
});
