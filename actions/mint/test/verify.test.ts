// Before the key is handed out, it calls a reading operation that its scope grants.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('tries the key before it is handed out', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { verify: 'true' } });
    expect(main.exitCode).toBe(0);
    expect(main.requests.at(-1)).toMatchObject({
      operation: 'list-instances',
      apiKey: main.outputs['api-key'],
      status: 200,
    });
    await job.post();
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/verify.txt');
  }));
