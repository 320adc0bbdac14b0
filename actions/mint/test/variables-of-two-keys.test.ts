// Two steps set the same variables; their posts run in reverse order.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('gives back what the first step had set, then blanks it', () =>
  playScenario(action, async (job) => {
    const first = await job.main({ step: 'first' });
    const second = await job.main({ step: 'second' });
    expect(second.env['EXOSCALE_API_KEY']).toBe(second.outputs['api-key']);
    expect((await job.post({ step: 'second' })).env).toEqual({
      EXOSCALE_API_KEY: first.outputs['api-key'],
      EXOSCALE_API_SECRET: first.outputs['api-secret'],
    });
    // The second step left the endpoint alone: it had the value already.
    expect((await job.post({ step: 'first' })).env).toEqual({
      EXOSCALE_API_KEY: '',
      EXOSCALE_API_SECRET: '',
      EXOSCALE_API_ENDPOINT: '',
    });
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/variables-of-two-keys.txt');
  }));
