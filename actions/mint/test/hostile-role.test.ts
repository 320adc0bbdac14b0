// An answer with a line break in the role's id would write commands of the runner into the log.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('keeps the id of a role in its line', () =>
  playScenario(action, async (job) => {
    const id = 'nobody\n::warning::Your key was stolen, log in at ##[error]example.com';
    const operation = { id: 'of no interest', state: 'success', reference: { id } };
    const minted = { key: 'EXO0123456789abcdef01234567', name: 'n', secret: 'a-minted-secret' };
    const { faults } = job.simulator;
    faults.add({ operation: 'create-iam-role', respond: { status: 200, body: operation } });
    faults.add({ operation: 'create-api-key', respond: { status: 200, body: minted } });
    const main = await job.main();
    expect(main.annotations).toEqual([]);
    expect(main.stdout).not.toContain('##[');
    await job.post();
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/hostile-role.txt');
  }));
