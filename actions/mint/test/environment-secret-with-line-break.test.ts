// The same for a parent key from the environment.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('ignores white space around the variables', () =>
  playScenario(action, async (job) => {
    const { apiKey, apiSecret } = job.simulator.parentKey;
    const env = { EXOSCALE_API_KEY: `${apiKey}\n`, EXOSCALE_API_SECRET: `${apiSecret}\n` };
    const main = await job.main({ inputs: { 'api-key': '', 'api-secret': '' }, env });
    expect(main.exitCode).toBe(0);
    await job.post();
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot(
      'snapshots/environment-secret-with-line-break.txt',
    );
  }));
