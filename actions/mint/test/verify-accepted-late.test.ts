// The API knows the new key a moment later than it made it.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('waits until the key is accepted', () =>
  playScenario(action, async (job) => {
    const respond = { status: 403, body: { message: 'Invalid request signature' } };
    job.simulator.faults.add({ operation: 'get-api-key', times: 2, respond });
    const main = await job.main({ inputs: { verify: 'true', operations: 'get-api-key' } });
    expect(main.exitCode).toBe(0);
    const tries = main.requests.filter(({ operation }) => operation === 'get-api-key');
    expect(tries.map(({ status }) => status)).toEqual([403, 403, 200]);
    await job.post();
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/verify-accepted-late.txt');
  }));
