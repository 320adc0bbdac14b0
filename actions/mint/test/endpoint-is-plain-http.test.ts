// On the way, anyone could change what is created.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('refuses plain http to another machine', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { endpoint: 'http://api.example.com/v2' } });
    expect(assertFailure(main, job)).toContain('plain http to api.example.com');
    expect(main.requests).toEqual([]);
    expect(main.state).toEqual({});
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/endpoint-is-plain-http.txt');
  }));
