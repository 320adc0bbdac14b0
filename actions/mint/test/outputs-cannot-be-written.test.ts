// Proves that the minted secret is masked before it is handed out, and that a key nobody got dies.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('masks first and revokes in post when the variables cannot be set', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ brokenFile: { kind: 'ENV', how: 'missing' } });
    expect(main.exitCode).toBe(1);
    expect(main.annotations).toMatchObject([{ level: 'error' }]);
    expect(main.stdout.match(/^::add-mask::/gm)).toHaveLength(2);
    await job.post();
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/outputs-cannot-be-written.txt');
  }));
