// Not everything that people write is a duration.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('refuses a ttl that is no duration', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { ttl: 'an hour' } });
    expect(assertFailure(main, job)).toContain('is no duration');
    expect(main.requests).toEqual([]);
    expect(main.state).toEqual({});
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/ttl-is-no-duration.txt');
  }));
