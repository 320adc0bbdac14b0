// The job is to stay green, even when its key could not be revoked.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('warns instead of failing', () =>
  playScenario(action, async (job) => {
    await job.main({ inputs: { 'on-revoke-failure': 'warn' } });
    const respond = { status: 403, body: { message: 'Forbidden by role policy for iam' } };
    job.simulator.faults.add({ operation: 'delete-api-key', respond });
    const post = await job.post();
    expect(post.exitCode).toBe(0);
    expect(post.annotations).toMatchObject([{ level: 'warning' }]);
    expect(job.leftovers()).toHaveLength(2);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/revoke-failure-warns.txt');
  }));
