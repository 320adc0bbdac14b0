// The new role has not reached the part of the API that makes keys.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('waits until the role is known', () =>
  playScenario(action, async (job) => {
    const respond = { status: 404, body: { message: 'IAM role not found' } };
    job.simulator.faults.add({ operation: 'create-api-key', times: 2, respond });
    const main = await job.main();
    expect(main.exitCode).toBe(0);
    await job.post();
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/role-unknown-for-a-moment.txt');
  }));
