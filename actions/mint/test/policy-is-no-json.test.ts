// A policy with a comma too many, which is not quoted in the error.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('says that the policy is not valid JSON', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { operations: '', policy: '{"services": {},}' } });
    expect(assertFailure(main, job)).toContain('is not valid JSON');
    expect(main.requests).toEqual([]);
    expect(main.state).toEqual({});
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/policy-is-no-json.txt');
  }));
