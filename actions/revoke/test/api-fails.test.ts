// Nothing is known of the key, so nothing is claimed.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

import { seedLease } from './support/seed-lease.ts';

const action = new URL('..', import.meta.url);

it('fails when the API does, after retries', () =>
  playScenario(action, async (job) => {
    const { apiKey } = await seedLease(job);
    const respond = {
      status: 500,
      headers: { 'retry-after': '3600' },
      body: { message: 'Internal error' },
    };
    job.simulator.faults.add({ operation: 'delete-api-key', times: Infinity, respond });
    const main = await job.main({ inputs: { key: apiKey } });
    expect(assertFailure(main, { leftovers: () => [] })).toContain('delete-api-key returned 500');
    expect(job.leftovers()).toHaveLength(2);
  }));
