// A service class has more operations than anyone reads in a summary.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('folds a long list in the summary', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { operations: '', tags: 'dbaas' } });
    expect(main.exitCode).toBe(0);
    expect(main.summary).toMatch(/<details><summary>dbaas: \d+<\/summary>`/);
    expect(main.stdout).toContain('delete-dbaas-service');
    const post = await job.post();
    expect(post.exitCode).toBe(0);
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/scope-of-a-whole-class.txt');
  }));
