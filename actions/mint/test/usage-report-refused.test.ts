// The parent key may not read the audit trail.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('warns, and the job goes on', () =>
  playScenario(action, async (job) => {
    await job.main({ inputs: { 'usage-report': 'true' } });
    const respond = { status: 403, body: { message: 'Forbidden by role policy for audit-trail' } };
    job.simulator.faults.add({ operation: 'list-events', times: Infinity, respond });
    const post = await job.post();
    expect(post.exitCode).toBe(0);
    expect(post.annotations).toMatchObject([{ level: 'warning' }]);
    expect(post.summary).toContain('Not complete');
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/usage-report-refused.txt');
  }));
