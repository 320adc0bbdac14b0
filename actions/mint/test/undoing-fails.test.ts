// The API fails in the middle and stays down while main tidies up: post gets a second chance.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('says what was left behind, and post removes it', () =>
  playScenario(action, async (job) => {
    const respond = {
      status: 500,
      headers: { 'retry-after': '3600' },
      body: { message: 'Internal error' },
    };
    job.simulator.faults.add({ operation: 'create-api-key', respond });
    job.simulator.faults.add({ operation: 'list-api-keys', times: Infinity, respond });
    const main = await job.main();
    expect(main.exitCode).toBe(1);
    expect(main.annotations).toMatchObject([{ level: 'error' }]);
    expect(main.annotations[0]?.message).toContain(job.leftovers()[0]?.replace('role ', ''));

    job.simulator.faults.clear();
    const post = await job.post();
    expect(post.exitCode).toBe(0);
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/undoing-fails.txt');
  }));
