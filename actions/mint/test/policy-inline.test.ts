// A policy of one's own, as JSON in the workflow.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

import { mayListZones } from './support/policies.ts';

const action = new URL('..', import.meta.url);

it('takes a policy as it is and adds the deadline', () =>
  playScenario(action, async (job) => {
    const main = await job.main({
      inputs: { operations: '', policy: JSON.stringify(mayListZones) },
    });
    expect(main.exitCode).toBe(0);
    expect(main.outputs['policy']).toContain("duration('3600s')");
    await job.post();
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/policy-inline.txt');
  }));
