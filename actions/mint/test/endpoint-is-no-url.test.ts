// A host name alone, for example.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('refuses an endpoint that is no URL', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { endpoint: 'api-ch-gva-2.exoscale.com' } });
    expect(assertFailure(main, job)).toContain('no absolute URL');
    expect(main.requests).toEqual([]);
    expect(main.state).toEqual({});
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/endpoint-is-no-url.txt');
  }));
