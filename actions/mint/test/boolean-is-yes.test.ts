// YAML 1.2 knows true and false only.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('refuses yes', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { revoke: 'yes' } });
    expect(assertFailure(main, job)).toContain('Expected true or false');
    expect(main.requests).toEqual([]);
    expect(main.state).toEqual({});
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/boolean-is-yes.txt');
  }));
