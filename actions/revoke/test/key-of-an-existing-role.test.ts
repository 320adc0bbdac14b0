// Minted with `role`: the role was there before and stays.
import { playScenario } from '@x/action-harness';
import { createApiKey, createIamRole } from '@x/exo-iam';
import { expect, it } from 'vitest';

import { clientOf, name } from './support/seed-lease.ts';

const action = new URL('..', import.meta.url);

it('deletes the key and keeps the role', () =>
  playScenario(action, async (job) => {
    const client = clientOf(job);
    const policy = { 'default-service-strategy': 'deny', services: {} } as const;
    const roleId = await createIamRole(client, { name: 'deployers', policy });
    const { key } = await createApiKey(client, { name, 'role-id': roleId });
    const main = await job.main({ inputs: { key } });
    expect(main.exitCode).toBe(0);
    expect(main.outputs).toEqual({ key: 'deleted', role: 'kept' });
    expect(job.leftovers()).toEqual(['role deployers']);
  }));
