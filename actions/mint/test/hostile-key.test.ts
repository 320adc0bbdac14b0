// A key's id of printable characters alone that would still be a command at the beginning of a line.
import { playScenario, type Job } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);
const key = '::warning::Log-in-at-example.com';

function answerWithIt({ simulator }: Job): void {
  const body = { key, name: 'n', 'role-id': 'r', secret: 'a-minted-secret' };
  simulator.faults.add({ operation: 'create-api-key', respond: { status: 200, body } });
}

it('begins no line with it', () =>
  playScenario(action, async (job) => {
    answerWithIt(job);
    const main = await job.main();
    const post = await job.post();
    expect([...main.annotations, ...post.annotations]).toEqual([]);
    expect(post.stdout).toContain(`The key ${key} was already gone`);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/hostile-key.txt');
  }));

it('begins no line with one that is kept', () =>
  playScenario(action, async (job) => {
    answerWithIt(job);
    await job.main({ inputs: { revoke: 'false' } });
    const post = await job.post();
    expect(post.annotations).toEqual([]);
    expect(post.stdout).toContain(`The key ${key} is not revoked`);
  }));

it('begins no line with that of a session', () =>
  playScenario(action, async (job) => {
    const body = { key, name: 'n', 'role-id': 'r', secret: 'a-minted-secret' };
    const { faults } = job.simulator;
    faults.add({ operation: 'assume-iam-role', respond: { status: 200, body } });
    await job.main({ inputs: { operations: '', role: 'Owner', method: 'assume-role' } });
    const post = await job.post();
    expect(post.annotations).toEqual([]);
    expect(post.stdout).toContain(`The key ${key} cannot be revoked`);
  }));
