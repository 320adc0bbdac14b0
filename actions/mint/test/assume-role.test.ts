// A session of a role, which the API calls beta. Nobody can end it sooner than it expires.
import { playScenario } from '@x/action-harness';
import { createIamRole } from '@x/exo-iam';
import { expect, it } from 'vitest';

import { administratorOf } from './support/administrator.ts';
import { mayListZones } from './support/policies.ts';

const action = new URL('..', import.meta.url);

it('says when a session ends, which cannot be revoked', () =>
  playScenario(action, async (job) => {
    const rules = [{ action: 'allow', expression: "operation == 'assume-iam-role'" }] as const;
    const role = {
      name: 'deployer',
      policy: mayListZones,
      'assume-role-policy': { rules },
    } as const;
    await createIamRole(administratorOf(job), role);
    const inputs = { operations: '', role: 'deployer', method: 'assume-role', ttl: '15m' };
    const main = await job.main({ inputs });
    expect(main.outputs).toMatchObject({ method: 'assume-role', 'enforced-by': 'server' });
    const asked = main.requests.map(({ operation }) => operation);
    expect(asked).toEqual(['list-iam-roles', 'assume-iam-role']);
    const post = await job.post();
    expect(post.exitCode).toBe(0);
    expect(post.requests).toEqual([]);
    expect(post.stdout).toContain('cannot be revoked');
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/assume-role.txt');
  }));
