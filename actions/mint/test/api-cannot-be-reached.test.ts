// Nobody listens there.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('names the host that cannot be reached', () =>
  playScenario(action, async (job) => {
    // A port below 1024 that nothing uses, so that no other test can be given it.
    const main = await job.main({ inputs: { endpoint: 'http://127.0.0.1:2/v2' } });
    expect(assertFailure(main, job)).toContain('127.0.0.1:2 (ECONNREFUSED)');
    expect(main.requests).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/api-cannot-be-reached.txt');
  }));
