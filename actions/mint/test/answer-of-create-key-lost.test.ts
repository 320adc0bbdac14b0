// A key exists whose secret nobody has: it goes, and another one is made.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('deletes a key whose answer was lost and mints once more', () =>
  playScenario(action, async (job) => {
    job.simulator.faults.add({ operation: 'create-api-key', dropConnection: 'after' });
    const main = await job.main();
    expect(main.exitCode).toBe(0);
    const name = main.outputs['key-name'];
    expect(job.leftovers()).toEqual([`key ${name}`, `role ${name}`]);
    await job.post();
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/answer-of-create-key-lost.txt');
  }));
