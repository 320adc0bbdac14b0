// A path that leads out of the workspace. Links are in read-policy.test.ts.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('refuses a file outside the workspace', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { operations: '', policy: '../..' } });
    expect(assertFailure(main, job)).toContain('outside the workspace');
    expect(main.requests).toEqual([]);
    expect(main.state).toEqual({});
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/policy-file-outside.txt');
  }));
