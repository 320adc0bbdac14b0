// A fork, or a misnamed secret: the input is there and empty.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('names the missing input api-key', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { 'api-key': '' } });
    expect(assertFailure(main, job)).toContain('api-key is empty');
    expect(main.requests).toEqual([]);
    expect(main.state).toEqual({});
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/api-key-missing.txt');
  }));
