// Outputs alone: nothing to leak into later steps.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('sets no variable at all', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { export: 'none' } });
    expect(Object.keys(main.env)).toEqual([]);
    expect(main.outputs['api-secret']).not.toBe('');
    const post = await job.post();
    expect(Object.values(post.env).join('')).toBe('');
    expect(Object.keys(post.env)).toEqual(Object.keys(main.env));
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/export-none.txt');
  }));
