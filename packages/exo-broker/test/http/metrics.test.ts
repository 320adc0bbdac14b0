// The figures of the store, and what is shown without them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { createMetrics } from '../../src/http/metrics.ts';
import { openStore } from '../../src/store/open-store.ts';

it('shows its own figures while the store does not answer, and none of the store', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'broker-metrics-'));
  const path = join(folder, 'leases.db');
  const store = await openStore({ kind: 'sqlite', path }, { now: Date.now, exclusive: true });
  const metrics = createMetrics(store);
  metrics.request({ route: '/healthz', status: 200 });
  const answered = await metrics.render();
  expect(answered).toContain('exo_broker_store_up 1');
  expect(answered).toContain('exo_broker_leases{state="stuck"} 0');
  expect(answered).toContain('exo_broker_revocation_overdue_seconds 0');
  await store.close();
  rmSync(folder, { recursive: true });
  const alone = await metrics.render();
  expect(alone).toContain('exo_broker_store_up 0');
  expect(alone).toContain('exo_broker_requests_total{route="/healthz",status="200"} 1');
  expect(alone).not.toMatch(/^exo_broker_(?:leases|revocation_overdue)/m);
});
