// A policy that would allow every class it does not name.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('refuses a policy that allows by default', () =>
  playScenario(action, async (job) => {
    const main = await job.main({
      inputs: { operations: '', policy: '{"default-service-strategy": "allow", "services": {}}' },
    });
    expect(assertFailure(main, job)).toContain('default-service-strategy');
    expect(main.requests).toEqual([]);
    expect(main.state).toEqual({});
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/policy-allows-by-default.txt');
  }));
