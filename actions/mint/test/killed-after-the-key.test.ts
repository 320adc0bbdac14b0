// main dies when the key exists and its answer has not arrived.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('finds the key of a killed main by its name', () =>
  playScenario(action, async (job) => {
    const main = await job.main({
      interrupt: { signal: 'SIGKILL', during: 'create-api-key', takesEffect: true },
    });
    expect(main.signal).toBe('SIGKILL');
    expect(job.leftovers()).toHaveLength(2);
    const post = await job.post();
    expect(post.exitCode).toBe(0);
    expect(post.annotations).toEqual([]);
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/killed-after-the-key.txt');
  }));
