// A key for a role that exists. Nobody but this job and a sweep ends it, and the role stays.
import { playScenario } from '@x/action-harness';
import { createIamRole } from '@x/exo-iam';
import { expect, it } from 'vitest';

import { administratorOf } from './support/administrator.ts';
import { mayListZones } from './support/policies.ts';

const action = new URL('..', import.meta.url);

it('makes a key for an existing role and keeps the role', () =>
  playScenario(action, async (job) => {
    await createIamRole(administratorOf(job), { name: 'deployer', policy: mayListZones });
    const main = await job.main({ inputs: { operations: '', role: 'deployer' } });
    expect(main.outputs).toMatchObject({ method: 'role', 'enforced-by': 'sweep', policy: '' });
    await job.post();
    expect(job.leftovers()).toEqual(['role deployer']);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/role.txt');
  }));
