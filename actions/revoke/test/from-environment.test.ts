// The parent key as the official tools take it.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

import { seedLease } from './support/seed-lease.ts';

const action = new URL('..', import.meta.url);

it('takes the parent key from the environment', () =>
  playScenario(action, async (job) => {
    const { apiKey: parent, apiSecret } = job.simulator.parentKey;
    const { apiKey } = await seedLease(job);
    const main = await job.main({
      inputs: { 'api-key': '', 'api-secret': '', key: apiKey },
      env: { EXOSCALE_API_KEY: parent, EXOSCALE_API_SECRET: apiSecret },
    });
    expect(main.exitCode).toBe(0);
    expect(job.leftovers()).toEqual([]);
  }));
