// Short campaigns; `npm run campaign:broker` is the long one.
import { describe, expect, it } from 'vitest';

import { runCampaign } from '../support/campaign.ts';
import { findPostgres } from '../support/postgres.ts';

const clean = { refused: 0, lost: [], doubled: [], orphans: [], open: [], leaks: [] };

describe('a short campaign leaves no orphan, loses no lease and leaks no secret', () => {
  it('with one instance on SQLite', async () => {
    const result = await runCampaign({
      seed: 11,
      leases: 16,
      kills: 3,
      store: 'sqlite',
      instances: 1,
      databaseKills: 0,
      issuerOutages: 0,
      clocksOffMs: 0,
      concurrency: 4,
    });
    expect(result).toMatchObject({ ...clean, granted: 16, kills: 3 });
  });

  // `.ci/run` installs the server, so it runs where it counts.
  it.runIf(findPostgres())('with two instances on PostgreSQL', async () => {
    const result = await runCampaign({
      seed: 12,
      leases: 24,
      kills: 2,
      store: 'postgres',
      instances: 2,
      databaseKills: 1,
      issuerOutages: 1,
      clocksOffMs: 55_000,
      concurrency: 6,
    });
    expect(result).toMatchObject({ ...clean, granted: 24, kills: 2, databaseKills: 1 });
  });
});
