// Many jobs at once: the API says when to come back.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('waits as long as the API asks for', () =>
  playScenario(action, async (job) => {
    const respond = {
      status: 429,
      headers: { 'retry-after': '0' },
      body: { message: 'Slow down' },
    };
    job.simulator.faults.add({ operation: 'create-iam-role', times: 2, respond });
    job.simulator.faults.add({ operation: 'create-api-key', respond });
    const main = await job.main();
    expect(main.exitCode).toBe(0);
    expect(main.requests.map(({ status }) => status)).toEqual([429, 429, 200, 429, 200]);
    await job.post();
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/rate-limited.txt');
  }));
