// A database that fails over and loses the row of a lease while its key is made.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { createSimulator } from '@x/exo-sim';
import { expect, it } from 'vitest';

import { createLeases } from '../../src/lease/create-leases.ts';
import { createOrganizations } from '../../src/lease/organizations.ts';
import { defaultTimes } from '../../src/lease/times.ts';
import { openStore } from '../../src/store/open-store.ts';

it('removes the key that no row knows of any more, and hands out nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'broker-lost-row-'));
  const path = join(folder, 'leases.db');
  const store = await openStore({ kind: 'sqlite', path }, { now: Date.now, exclusive: true });
  const { fetch, parentKey, state } = createSimulator();
  const keys = state.apiKeys.size;
  const roles = state.roles.size;
  let made = 0;
  const leases = createLeases({
    store,
    organizations: createOrganizations(
      { prod: { zone: 'ch-gva-2', keys: [parentKey] } },
      { fetch },
    ),
    seal: () => {
      made = state.apiKeys.size - keys;
      const other = new DatabaseSync(path);
      other.exec('DELETE FROM leases');
      other.close();
      return Promise.resolve('sealed');
    },
    times: defaultTimes,
    wake: () => {},
  });
  const taken = leases.take({
    id: crypto.randomUUID(),
    identity: {
      issuer: 'github',
      kind: 'github',
      claims: { repository: 'shop/deploy' },
      jti: 'one',
      expiresAt: Math.floor(Date.now() / 1000) + 300,
      job: { issuer: 'github', repositoryId: '1', run: '2', attempt: '1', job: '3' },
      claimsHash: '',
    },
    issuerUrl: 'https://token.actions.githubusercontent.com',
    rule: {
      name: 'deploy',
      organization: 'prod',
      maxLive: undefined,
      role: undefined,
      deadline: 'strict',
    },
    scope: { operations: ['list-zones'] },
    ttlSeconds: 600,
    recipient: 'elr_',
    namePrefix: 'exo-broker',
    paused: false,
  });
  await expect(taken).rejects.toMatchObject({ code: 'ERR_GONE' });
  expect(made).toBe(1);
  expect([state.apiKeys.size, state.roles.size]).toEqual([keys, roles]);
  await store.close();
  rmSync(folder, { recursive: true });
});
