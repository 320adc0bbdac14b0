// Two steps mint, with different scopes; the runner runs their posts in reverse order.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('keeps the keys of two steps apart', () =>
  playScenario(action, async (job) => {
    const read = await job.main({ step: 'read' });
    const write = await job.main({ step: 'write', inputs: { operations: 'create-instance' } });
    const [first, second] = [read.outputs['key-name'], write.outputs['key-name']];
    expect(first).not.toBe(second);
    await job.post({ step: 'write' });
    expect(job.leftovers()).toEqual([`key ${first}`, `role ${first}`]);
    await job.post({ step: 'read' });
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/two-keys-in-one-job.txt');
  }));
