// A sweep of many leases: how many requests, and no more at once than it is told.
import { setImmediate } from 'node:timers/promises';

import { expect, it } from 'vitest';

import { createClient } from '../../src/client/create-client.ts';
import { sweep } from '../../src/lease/sweep.ts';
import { createAccessKey } from '../../src/resources/access-key.ts';
import { createApiKey } from '../../src/resources/api-key.ts';
import { createIamRole } from '../../src/resources/iam-role.ts';
import { leftoversOf, nothing } from '../support/leftovers.ts';
import { nameOf } from '../support/lessee.ts';
import { createOrganization, operationsOf } from '../support/organization.ts';
import { dnsOnly } from '../support/roles.ts';

const prefix = 'exo-lease';

it('sweeps 500 leases with no more requests at once than it is told', async () => {
  const organization = createOrganization();
  const { simulator } = organization;
  const role = await createIamRole(organization.client, { name: 'deployer', policy: dnsOnly });
  for (let index = 0; index < 500; index += 1) {
    const name = await nameOf(1, { random: String(index) });
    await createApiKey(organization.client, { name, 'role-id': role });
  }
  let inFlight = 0;
  let peak = 0;
  // Opens once as many deletions wait as are allowed, so that a slow machine reaches the limit too.
  let open = (): void => {};
  const full = new Promise<void>((resolve) => {
    open = resolve;
  });
  const client = createClient({
    credentials: simulator.parentKey,
    now: organization.client.now,
    fetch: async (input, init) => {
      inFlight += 1;
      peak = Math.max(peak, inFlight);
      if (init?.method === 'DELETE') {
        if (inFlight >= 5) open();
        await full;
      }
      // Long enough for every other one that is allowed to start.
      await setImmediate();
      return simulator.fetch(input, init).finally(() => {
        inFlight -= 1;
      });
    },
  });
  const swept = await sweep(client, { prefix, concurrency: 5 });
  expect(swept.filter(({ outcome }) => outcome === 'revoked')).toHaveLength(500);
  expect(leftoversOf(organization)).toEqual(nothing);
  expect(peak).toBe(5);
});

it('tries each further lease once when the API does not answer for one', async () => {
  const organization = createOrganization();
  const { client, simulator } = organization;
  const role = await createIamRole(client, { name: 'deployer', policy: dnsOnly });
  for (let index = 0; index < 3; index += 1) {
    const name = await nameOf(1, { random: String(index) });
    await createApiKey(client, { name, 'role-id': role });
  }
  const respond = { status: 503, body: { message: 'Service unavailable' } };
  simulator.faults.add({ operation: 'delete-api-key', times: Infinity, respond });
  const swept = await sweep(client, { prefix, concurrency: 1 });
  expect(swept.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'failed']);
  const asked = simulator.requests.filter(({ operation }) => operation === 'delete-api-key');
  const [first = '', ...others] = new Set(asked.map(({ path }) => path));
  const times = (path: string): number => asked.filter((each) => each.path === path).length;
  expect(times(first)).toBeGreaterThan(5);
  expect(others.map(times)).toEqual([1, 1]);
});

it('repeats what failed for a moment after a lease that may not be revoked', async () => {
  const { client, simulator } = createOrganization();
  const role = await createIamRole(client, { name: 'deployer', policy: dnsOnly });
  for (const random of ['1', '2']) {
    await createApiKey(client, { name: await nameOf(1, { random }), 'role-id': role });
  }
  simulator.faults.add({ operation: 'delete-api-key', respond: { status: 403 } });
  simulator.faults.add({ operation: 'delete-api-key', respond: { status: 503 } });
  const swept = await sweep(client, { prefix, concurrency: 1 });
  expect(swept.map(({ outcome }) => outcome)).toEqual(['failed', 'revoked']);
});

// A list is the most expensive request: it grows with everything in the organization.
it.each([50, 100, 200])('lists once for %i leases of each method', async (count) => {
  const organization = createOrganization();
  const { client, simulator } = organization;
  const legacy = organization.clientOf(simulator.parentAccessKey);
  const deployer = await createIamRole(client, { name: 'deployer', policy: dnsOnly });
  for (let index = 0; index < count; index += 1) {
    const name = await nameOf(1, { random: `role${index}` });
    await createApiKey(client, { name, 'role-id': deployer });
    await createAccessKey(legacy, { name: await nameOf(1, { random: `legacy${index}` }) });
    const scoped = await nameOf(1, { random: `scoped${index}` });
    const role = await createIamRole(client, { name: scoped, policy: dnsOnly });
    await createApiKey(client, { name: scoped, 'role-id': role });
  }
  const before = simulator.requests.length;
  await sweep(client, { prefix, legacy: true });
  const asked = operationsOf(organization).slice(before);
  const times = Object.fromEntries(
    [...new Set(asked)].map((name) => [name, asked.filter((each) => each === name).length]),
  );
  expect(times).toEqual({
    'list-api-keys': 1,
    'list-iam-roles': 1,
    'list-access-keys': 1,
    'delete-api-key': 2 * count,
    'delete-iam-role': count,
    'revoke-access-key': count,
  });
  expect(leftoversOf(organization)).toEqual(nothing);
});
