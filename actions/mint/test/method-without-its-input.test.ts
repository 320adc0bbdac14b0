// The method role makes a key for a role, and operations name none.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('refuses operations for the method role', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { method: 'role' } });
    expect(assertFailure(main, job)).toContain('The method role takes role');
    expect(main.requests).toEqual([]);
    expect(main.state).toEqual({});
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/method-without-its-input.txt');
  }));
