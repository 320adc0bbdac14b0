// A zone becomes part of a host name.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('refuses a zone that is none', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { endpoint: '', zone: 'example.com/' } });
    expect(assertFailure(main, job)).toContain('is no Exoscale zone');
    expect(main.requests).toEqual([]);
    expect(main.state).toEqual({});
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/zone-is-none.txt');
  }));
