// A word that is no method.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('names the methods', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { method: 'session' } });
    expect(assertFailure(main, job)).toContain('assume-role');
    expect(main.requests).toEqual([]);
    expect(main.state).toEqual({});
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/method-unknown.txt');
  }));
