// What a role may do, by its name.
import { playScenario } from '@x/action-harness';
import { createIamRole } from '@x/exo-iam';
import { expect, it } from 'vitest';

import { administratorOf } from './support/administrator.ts';
import { mayListZones } from './support/policies.ts';

const action = new URL('..', import.meta.url);

it('takes over the policy of a role', () =>
  playScenario(action, async (job) => {
    await createIamRole(administratorOf(job), { name: 'reader', policy: mayListZones });
    const main = await job.main({ inputs: { operations: '', template: 'reader' } });
    expect(main.outputs).toMatchObject({ method: 'scoped-role', 'enforced-by': 'server' });
    expect(main.outputs['role-name']).not.toBe('reader');
    await job.post();
    expect(job.leftovers()).toEqual(['role reader']);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/template-role.txt');
  }));
