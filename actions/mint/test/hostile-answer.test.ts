// An answer with a line break in the key would write commands of the runner into the log.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('refuses a key with a line break', () =>
  playScenario(action, async (job) => {
    const minted = { key: 'EXO\n::set-output name=x::y', name: 'n', 'role-id': 'r', secret: 'abc' };
    const { faults } = job.simulator;
    faults.add({ operation: 'create-api-key', times: 2, respond: { status: 200, body: minted } });
    const main = await job.main();
    expect(assertFailure(main, job)).toContain('check the endpoint');
    expect(main.stdout).not.toMatch(/^::set-output/m);
    await job.post();
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/hostile-answer.txt');
  }));
