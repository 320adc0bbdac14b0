// Two steps set the same variables; their posts run in reverse order.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('blanks what the last step set, once', () =>
  playScenario(action, async (job) => {
    await job.main({ step: 'first' });
    const second = await job.main({ step: 'second' });
    expect(second.env['EXOSCALE_API_KEY']).toBe(second.outputs['api-key']);
    expect((await job.post({ step: 'second' })).env).toEqual({
      EXOSCALE_API_KEY: '',
      EXOSCALE_API_SECRET: '',
    });
    expect((await job.post({ step: 'first' })).env).toEqual({});
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/variables-of-two-keys.txt');
  }));
