// The role was made, the key was not.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('removes the role when create-api-key answers 500', () =>
  playScenario(action, async (job) => {
    const respond = { status: 500, body: { message: 'Internal error' } };
    job.simulator.faults.add({ operation: 'create-api-key', times: Infinity, respond });
    const main = await job.main();
    expect(assertFailure(main, job)).toContain('create-api-key returned 500');
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/create-key-fails.txt');
  }));
