// A role that is not there.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('says that the role does not exist', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { operations: '', role: 'deployer' } });
    expect(assertFailure(main, job)).toContain('"deployer"');
    expect(main.state).toEqual({});
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/role-unknown.txt');
  }));
