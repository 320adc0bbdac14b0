// Its answers can name what the job has nothing to do with, so it can be left out.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('leaves get-operation out and says what that means', () =>
  playScenario(action, async (job) => {
    const inputs = { operations: 'reset-instance', 'get-operation': 'deny' };
    const main = await job.main({ inputs });
    expect(main.outputs['policy']).not.toContain('get-operation');
    expect(main.stdout).toContain('get-operation');
    await job.post();
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/get-operation-deny.txt');
  }));
