// Not even the zones can be listed.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('warns once, and the job goes on', () =>
  playScenario(action, async (job) => {
    await job.main({ inputs: { 'usage-report': 'true' } });
    const respond = { status: 404, body: { message: 'Not here' } };
    job.simulator.faults.add({ operation: 'list-zones', times: Infinity, respond });
    const post = await job.post();
    expect(post.exitCode).toBe(0);
    expect(post.annotations).toMatchObject([{ level: 'warning' }]);
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/usage-report-without-zones.txt');
  }));
