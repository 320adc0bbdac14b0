// Somebody has cleaned up by hand: as good as done.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('succeeds if key and role are already gone', () =>
  playScenario(action, async (job) => {
    const first = await job.main();
    await job.post();
    expect(job.leftovers()).toEqual([]);
    const post = await job.post();
    expect(post.exitCode).toBe(0);
    expect(post.annotations).toEqual([]);
    expect(post.stdout).toContain(`${first.outputs['api-key']} was already gone`);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/key-and-role-gone.txt');
  }));
