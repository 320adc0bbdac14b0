// Somebody used the role of the lease for a key of his own.
import { playScenario } from '@x/action-harness';
import { createApiKey } from '@x/exo-iam';
import { expect, it } from 'vitest';

import { clientOf, name, seedLease } from './support/seed-lease.ts';

const action = new URL('..', import.meta.url);

it('revokes the key, and fails because the role has to stay', () =>
  playScenario(action, async (job) => {
    const { apiKey, roleId } = await seedLease(job);
    await createApiKey(clientOf(job), { name: 'foreign', 'role-id': roleId });
    const main = await job.main({ inputs: { key: apiKey } });
    expect(main.exitCode).toBe(1);
    expect(main.annotations).toMatchObject([{ level: 'error' }]);
    expect(main.annotations[0]?.message).toContain('delete-iam-role');
    expect(job.leftovers()).toEqual(['key foreign', `role ${name}`]);
  }));
