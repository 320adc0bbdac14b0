// What another key may do, by its id.
import { playScenario } from '@x/action-harness';
import { createApiKey, createIamRole } from '@x/exo-iam';
import { expect, it } from 'vitest';

import { administratorOf } from './support/administrator.ts';
import { mayListZones } from './support/policies.ts';

const action = new URL('..', import.meta.url);

it('takes over the scope of a key', () =>
  playScenario(action, async (job) => {
    const administrator = administratorOf(job);
    const roleId = await createIamRole(administrator, { name: 'reader', policy: mayListZones });
    const { key } = await createApiKey(administrator, { name: 'nightly', 'role-id': roleId });
    const main = await job.main({ inputs: { operations: '', template: key } });
    expect(main.outputs['policy']).toContain("operation in ['list-zones', 'list-instances']");
    await job.post();
    expect(job.leftovers()).toEqual(['key nightly', 'role reader']);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/template-key.txt');
  }));
