// The role allows sessions of ten minutes, the job asks for an hour.
import { playScenario } from '@x/action-harness';
import { createIamRole } from '@x/exo-iam';
import { expect, it } from 'vitest';

import { administratorOf } from './support/administrator.ts';
import { mayListZones } from './support/policies.ts';

const action = new URL('..', import.meta.url);

it('refuses a ttl above that of the role', () =>
  playScenario(action, async (job) => {
    const role = { name: 'deployer', policy: mayListZones, 'max-session-ttl': 600 };
    await createIamRole(administratorOf(job), role);
    const inputs = { operations: '', role: 'deployer', method: 'assume-role' };
    const main = await job.main({ inputs });
    expect(main.exitCode).toBe(1);
    expect(main.annotations).toMatchObject([{ level: 'error' }]);
    expect(main.state).toEqual({});
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/assume-role-for-too-long.txt');
  }));
