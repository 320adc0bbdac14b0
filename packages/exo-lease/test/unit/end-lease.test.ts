// How long exec tries to revoke, on a clock that sleeping moves.
import { createClient, mint, type LeaseRecord } from '@x/exo-iam';
import { createSimulator } from '@x/exo-sim';
import { expect, it } from 'vitest';

import { endLease } from '../../src/child/end-lease.ts';

const holder = { kind: 'local', user: 'u', machine: 'm' } as const;

it('gives up after 60 seconds without a network, and says what is left until when', async () => {
  let now = Date.now();
  const startedAt = now;
  let isCut = false;
  const simulator = createSimulator({ now: () => now });
  const client = createClient({
    credentials: simulator.parentKey,
    now: () => now,
    sleep: (ms) => {
      now += ms;
      return Promise.resolve();
    },
    fetch: (input, init) => {
      if (!isCut) return simulator.fetch(input, init);
      now += 3000;
      return Promise.reject(new TypeError('fetch failed'));
    },
  });
  const scope = { operations: ['list-zones'] };
  const lease = await mint(client, { scope, ttlSeconds: 900, prefix: 'p', holder });
  const record: LeaseRecord = { ...lease, phase: 'handed-out', roleId: lease.role?.id };
  isCut = true;
  const told: string[] = [];
  const ending = endLease({ signals: { redirect: () => {} } }, client, {
    record,
    tell: (text) => told.push(text),
  });
  await expect(ending).rejects.toMatchObject({
    code: 'ERR_LEFT_BEHIND',
    message: expect.stringContaining(new Date(lease.expiresAt * 1000).toISOString()),
  });
  expect(told).toHaveLength(1);
  const triedMs = now - startedAt;
  expect(triedMs).toBeGreaterThan(50_000);
  expect(triedMs).toBeLessThan(130_000);
});
