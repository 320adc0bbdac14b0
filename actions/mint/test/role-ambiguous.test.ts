// Names of roles need not be unique.
import { playScenario } from '@x/action-harness';
import { createIamRole } from '@x/exo-iam';
import { expect, it } from 'vitest';

import { administratorOf } from './support/administrator.ts';
import { mayListZones } from './support/policies.ts';

const action = new URL('..', import.meta.url);

it('refuses a name that two roles have', () =>
  playScenario(action, async (job) => {
    const administrator = administratorOf(job);
    await createIamRole(administrator, { name: 'deployer', policy: mayListZones });
    await createIamRole(administrator, { name: 'deployer', policy: mayListZones });
    const main = await job.main({ inputs: { operations: '', role: 'deployer' } });
    expect(main.exitCode).toBe(1);
    expect(main.annotations).toMatchObject([{ level: 'error' }]);
    expect(job.leftovers()).toEqual(['role deployer', 'role deployer']);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/role-ambiguous.txt');
  }));
