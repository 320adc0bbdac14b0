// The role lets nobody assume it: no session was made, and post says that there is nothing to do.
import { playScenario } from '@x/action-harness';
import { createIamRole } from '@x/exo-iam';
import { expect, it } from 'vitest';

import { administratorOf } from './support/administrator.ts';
import { mayListZones } from './support/policies.ts';

const action = new URL('..', import.meta.url);

it('fails when the role may not be assumed', () =>
  playScenario(action, async (job) => {
    await createIamRole(administratorOf(job), { name: 'deployer', policy: mayListZones });
    const inputs = { operations: '', role: 'deployer', method: 'assume-role' };
    const main = await job.main({ inputs });
    expect(main.exitCode).toBe(1);
    expect(main.annotations).toMatchObject([{ level: 'error' }]);
    const post = await job.post();
    expect(post.exitCode).toBe(0);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/assume-role-refused.txt');
  }));
