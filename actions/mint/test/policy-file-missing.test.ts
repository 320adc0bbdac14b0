// The file that the policy names is not there: often the checkout is missing.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('asks for the checkout when the file is missing', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { operations: '', policy: 'exoscale/policy.json' } });
    expect(assertFailure(main, job)).toContain('checked out');
    expect(main.requests).toEqual([]);
    expect(main.state).toEqual({});
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/policy-file-missing.txt');
  }));
