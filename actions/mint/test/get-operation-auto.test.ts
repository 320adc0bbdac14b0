// An asynchronous operation is of little use when its result cannot be asked for.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('adds get-operation and says so', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { operations: 'reset-instance' } });
    expect(main.outputs['policy']).toContain('get-operation');
    expect(main.stdout).toContain('get-operation');
    await job.post();
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/get-operation-auto.txt');
  }));
