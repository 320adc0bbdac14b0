// A name that the API does not have would silently allow nothing.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('names the nearest operation', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { operations: 'list-zones, list-instnces' } });
    expect(assertFailure(main, job)).toContain('did you mean list-instances');
    expect(main.requests).toEqual([]);
    expect(main.state).toEqual({});
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/operation-misspelled.txt');
  }));
