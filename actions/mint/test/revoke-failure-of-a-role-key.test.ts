// A key for an existing role that could not be revoked: no server ends it.
import { playScenario } from '@x/action-harness';
import { createIamRole } from '@x/exo-iam';
import { expect, it } from 'vitest';

import { administratorOf } from './support/administrator.ts';
import { mayListZones } from './support/policies.ts';

const action = new URL('..', import.meta.url);

it('says that only a sweep ends it', () =>
  playScenario(action, async (job) => {
    await createIamRole(administratorOf(job), { name: 'deployer', policy: mayListZones });
    await job.main({ inputs: { operations: '', role: 'deployer' } });
    const respond = { status: 400, body: { message: 'Not now' } };
    job.simulator.faults.add({ operation: 'delete-api-key', respond });
    const post = await job.post();
    expect(post.exitCode).toBe(1);
    expect(post.annotations[0]?.message).toContain('Only a sweep revokes it');
    await expect(job.transcript()).toMatchFileSnapshot(
      'snapshots/revoke-failure-of-a-role-key.txt',
    );
  }));
