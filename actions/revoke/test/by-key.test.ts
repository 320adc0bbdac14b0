// The plain way: the output api-key of mint, in a later step or another job.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

import { seedLease, storyOf } from './support/seed-lease.ts';

const action = new URL('..', import.meta.url);

it('revokes the key and then its role', () =>
  playScenario(action, async (job) => {
    const lease = await seedLease(job);
    const main = await job.main({ inputs: { key: lease.apiKey } });
    expect(main.exitCode).toBe(0);
    expect(main.outputs).toEqual({ key: 'deleted', role: 'deleted' });
    expect(job.leftovers()).toEqual([]);
    const deletions = main.requests.filter(({ method }) => method === 'DELETE');
    expect(deletions.map(({ path }) => path)).toEqual([
      `/v2/api-key/${lease.apiKey}`,
      `/v2/iam-role/${lease.roleId}`,
    ]);
    await expect(storyOf(job)).toMatchFileSnapshot('snapshots/by-key.txt');
  }));
