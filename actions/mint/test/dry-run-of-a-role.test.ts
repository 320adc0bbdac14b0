// A dry run reads, to check that the role is there.
import { playScenario } from '@x/action-harness';
import { createIamRole } from '@x/exo-iam';
import { expect, it } from 'vitest';

import { administratorOf } from './support/administrator.ts';
import { mayListZones } from './support/policies.ts';

const action = new URL('..', import.meta.url);

it('names the role in a dry run', () =>
  playScenario(action, async (job) => {
    await createIamRole(administratorOf(job), { name: 'deployer', policy: mayListZones });
    const inputs = { 'dry-run': 'true', operations: '', role: 'deployer' };
    const main = await job.main({ inputs });
    expect(main.exitCode).toBe(0);
    expect(new Set(main.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(main.state).toEqual({});
    expect(job.leftovers()).toEqual(['role deployer']);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/dry-run-of-a-role.txt');
  }));
