// The policy that the README gives for the parent key is enough.
import { readFileSync } from 'node:fs';

import { playScenario } from '@x/action-harness';
import { createApiKey, createIamRole, type IamPolicy } from '@x/exo-iam';
import { expect, it } from 'vitest';

import { clientOf, name, seedLease } from './support/seed-lease.ts';

const action = new URL('..', import.meta.url);

it('revokes with a parent key of the documented policy', () =>
  playScenario(action, async (job) => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const [, json = ''] = /```json\n(.*?)```/s.exec(readme) ?? [];
    const policy = JSON.parse(json) as IamPolicy;
    const client = clientOf(job);
    const roleId = await createIamRole(client, { name: 'revoker', policy });
    const { key, secret } = await createApiKey(client, { name: 'revoker', 'role-id': roleId });
    await seedLease(job);
    const main = await job.main({ inputs: { 'api-key': key, 'api-secret': secret, key: name } });
    expect(main.exitCode).toBe(0);
    expect(job.leftovers()).toEqual(['key revoker', 'role revoker']);
  }));
