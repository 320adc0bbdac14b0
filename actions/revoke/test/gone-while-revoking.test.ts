// Between the list and the deletion somebody else deletes.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

import { seedLease } from './support/seed-lease.ts';

const action = new URL('..', import.meta.url);

it('succeeds when the key is gone by the time it is deleted', () =>
  playScenario(action, async (job) => {
    const { apiKey } = await seedLease(job);
    const respond = { status: 403, body: { message: 'API Key not in organization' } };
    job.simulator.faults.add({ operation: 'delete-api-key', respond });
    const body = { message: 'IAM role not found' };
    job.simulator.faults.add({ operation: 'delete-iam-role', respond: { status: 404, body } });
    const main = await job.main({ inputs: { key: apiKey } });
    expect(main.exitCode).toBe(0);
    expect(main.outputs).toEqual({ key: 'gone', role: 'gone' });
  }));
