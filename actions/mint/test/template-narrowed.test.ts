// A role may list zones and instances; the job needs one of the two.
import { playScenario } from '@x/action-harness';
import { createIamRole } from '@x/exo-iam';
import { expect, it } from 'vitest';

import { administratorOf } from './support/administrator.ts';
import { mayListZones } from './support/policies.ts';

const action = new URL('..', import.meta.url);

it('narrows a template by operations', () =>
  playScenario(action, async (job) => {
    await createIamRole(administratorOf(job), { name: 'reader', policy: mayListZones });
    const inputs = { operations: 'list-zones, delete-instance', template: 'reader' };
    const main = await job.main({ inputs });
    const apiKey = main.outputs['api-key'] ?? '';
    const decide = (operation: string) =>
      job.simulator.decide({ apiKey, operation, serviceClass: 'compute' }).allowed;
    expect(['list-zones', 'list-instances', 'delete-instance'].map(decide)).toEqual([
      true,
      false,
      false,
    ]);
    await job.post();
    expect(job.leftovers()).toEqual(['role reader']);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/template-narrowed.txt');
  }));
