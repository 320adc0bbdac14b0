// Operations beside the word would be ignored.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('refuses the word beside operations', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { operations: 'unrestricted, list-zones' } });
    expect(assertFailure(main, job)).toContain('unrestricted');
    expect(main.requests).toEqual([]);
    expect(main.state).toEqual({});
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/unrestricted-beside-others.txt');
  }));
