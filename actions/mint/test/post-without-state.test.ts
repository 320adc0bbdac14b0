// main failed before it began anything, so post has nothing to ask.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('does nothing and asks nothing', () =>
  playScenario(action, async (job) => {
    const post = await job.post();
    expect(post.exitCode).toBe(0);
    expect(post.requests).toEqual([]);
    expect(post.annotations).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/post-without-state.txt');
  }));
