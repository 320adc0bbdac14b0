// Where the inputs are left out, the variables of the command line tools serve.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('takes the parent key from EXOSCALE_API_KEY and EXOSCALE_API_SECRET', () =>
  playScenario(action, async (job) => {
    const { apiKey, apiSecret } = job.simulator.parentKey;
    const main = await job.main({
      inputs: { 'api-key': '', 'api-secret': '' },
      env: { EXOSCALE_API_KEY: apiKey, EXOSCALE_API_SECRET: apiSecret },
    });
    expect(main.exitCode).toBe(0);
    await job.post();
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/key-from-environment.txt');
  }));
