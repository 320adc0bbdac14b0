// The output key-name travels between jobs, whatever GitHub masks.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

import { name, seedLease } from './support/seed-lease.ts';

const action = new URL('..', import.meta.url);

it('finds the lease by its name, and touches no other', () =>
  playScenario(action, async (job) => {
    await seedLease(job);
    const other = name.replace('0a1b2c3d', 'ffffffff');
    await seedLease(job, other);
    const main = await job.main({ inputs: { key: name } });
    expect(main.exitCode).toBe(0);
    expect(main.outputs).toEqual({ key: 'deleted', role: 'deleted' });
    expect(job.leftovers()).toEqual([`key ${other}`, `role ${other}`]);
  }));
