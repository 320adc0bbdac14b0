// The API refuses the new key and then everything: post tries again.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('leaves to post what could not be revoked at once', () =>
  playScenario(action, async (job) => {
    const respond = { status: 400, body: { message: 'Not now' } };
    job.simulator.faults.add({ operation: 'list-instances', respond });
    job.simulator.faults.add({ operation: 'delete-api-key', respond });
    const main = await job.main({ inputs: { verify: 'true', revoke: 'false' } });
    expect(main.exitCode).toBe(1);
    expect(main.annotations).toMatchObject([{ level: 'error' }]);
    expect(main.env).toEqual({});
    expect(job.leftovers()).toHaveLength(2);
    // The key was never handed out, so nobody else can revoke it, whatever the input says.
    await job.post();
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot(
      'snapshots/undoing-a-verified-key-fails.txt',
    );
  }));
