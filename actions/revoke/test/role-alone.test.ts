// A mint that was interrupted left the role without a key.
import { playScenario } from '@x/action-harness';
import { createIamRole } from '@x/exo-iam';
import { expect, it } from 'vitest';

import { clientOf, name } from './support/seed-lease.ts';

const action = new URL('..', import.meta.url);

it('deletes the role of a lease that has no key', () =>
  playScenario(action, async (job) => {
    const client = clientOf(job);
    const policy = { 'default-service-strategy': 'deny', services: {} } as const;
    await createIamRole(client, { name, policy });
    const main = await job.main({ inputs: { key: name } });
    expect(main.exitCode).toBe(0);
    expect(main.outputs).toEqual({ key: 'gone', role: 'deleted' });
    expect(job.leftovers()).toEqual([]);
  }));
