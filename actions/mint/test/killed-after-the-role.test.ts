// main dies when the role exists and its id has not arrived: only the name is in the state.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('finds the role of a killed main by its name', () =>
  playScenario(action, async (job) => {
    const main = await job.main({
      interrupt: { signal: 'SIGKILL', during: 'create-iam-role', takesEffect: true },
    });
    expect(main.signal).toBe('SIGKILL');
    expect(job.leftovers()).toHaveLength(1);
    const post = await job.post();
    expect(post.exitCode).toBe(0);
    expect(post.annotations).toEqual([]);
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/killed-after-the-role.txt');
  }));
