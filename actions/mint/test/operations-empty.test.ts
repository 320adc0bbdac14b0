// An empty list would make a key that can do everything, so it makes none.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('refuses an empty list of operations', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { operations: ' \n# list-zones\n' } });
    expect(assertFailure(main, job)).toContain('scope is empty');
    expect(main.requests).toEqual([]);
    expect(main.state).toEqual({});
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/operations-empty.txt');
  }));
