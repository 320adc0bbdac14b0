// The role may have been made in spite of the answer, so it is looked for.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('fails and looks for a role when create-iam-role answers 500', () =>
  playScenario(action, async (job) => {
    const respond = { status: 500, body: { message: 'Internal error' } };
    job.simulator.faults.add({ operation: 'create-iam-role', respond });
    const main = await job.main();
    expect(assertFailure(main, job)).toContain('create-iam-role returned 500');
    expect(main.requests.map(({ operation }) => operation)).not.toContain('create-api-key');
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/create-role-fails.txt');
  }));
