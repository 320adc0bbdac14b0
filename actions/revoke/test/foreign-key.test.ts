// The action does not delete a key that is not a lease, nor the key that signs.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

import { seedLease, storyOf } from './support/seed-lease.ts';

const action = new URL('..', import.meta.url);

it('refuses keys that were not minted as leases', () =>
  playScenario(action, async (job) => {
    const { apiKey } = await seedLease(job, 'sks-ccm-5f2b1c9e');
    for (const key of [apiKey, 'sks-ccm-5f2b1c9e', job.simulator.parentKey.apiKey, 'parent']) {
      const main = await job.main({ inputs: { key } });
      expect(assertFailure(main, { leftovers: () => [] })).toContain('is not a lease');
      expect(main.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    }
    expect(job.leftovers()).toHaveLength(2);
    expect(job.simulator.state.apiKeys.has(job.simulator.parentKey.apiKey)).toBe(true);
    await expect(storyOf(job)).toMatchFileSnapshot('snapshots/foreign-key.txt');
  }));
