// An answer without a connection, then six that only say no, which takes longer than five attempts: deleting is repeated.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('tries again until the API answers', () =>
  playScenario(action, async (job) => {
    await job.main();
    const respond = { status: 503, body: { message: 'Service unavailable' } };
    job.simulator.faults.add({ operation: 'delete-api-key', dropConnection: 'before' });
    job.simulator.faults.add({ operation: 'delete-api-key', times: 6, respond });
    job.simulator.faults.add({ operation: 'delete-iam-role', respond });
    const post = await job.post();
    expect(post.exitCode).toBe(0);
    expect(post.annotations).toEqual([]);
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/post-while-api-is-down.txt');
  }));
