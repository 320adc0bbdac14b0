// A tag stands for many operations; two with a colon for what both have.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('turns a tag into operations', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { operations: '', tags: 'instance:read' } });
    expect(main.exitCode).toBe(0);
    const apiKey = main.outputs['api-key'] ?? '';
    const decide = (operation: string) =>
      job.simulator.decide({ apiKey, operation, serviceClass: 'compute' }).allowed;
    expect(decide('get-instance')).toBe(true);
    expect(decide('delete-instance')).toBe(false);
    await job.post();
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/tags.txt');
  }));
