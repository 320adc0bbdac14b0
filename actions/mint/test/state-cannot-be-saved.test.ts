// Proves two orders at once: the mask comes before the state, and the state before the first request.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('masks first and mints nothing when the state cannot be saved', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ brokenFile: { kind: 'STATE', how: 'missing' } });
    assertFailure(main, job);
    expect(main.stdout).toMatch(/^::add-mask::/);
    expect(main.requests).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/state-cannot-be-saved.txt');
  }));
