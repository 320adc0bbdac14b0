// The longest time a key may live.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('refuses a ttl of more than 24 hours', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { ttl: '25h' } });
    expect(assertFailure(main, job)).toContain('24 hours');
    expect(main.requests).toEqual([]);
    expect(main.state).toEqual({});
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/ttl-above-24-hours.txt');
  }));
