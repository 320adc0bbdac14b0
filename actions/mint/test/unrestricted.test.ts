// One word for everything, which has to be written.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('mints an unrestricted key when told so, and says what it is', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { operations: 'unrestricted' } });
    expect(main.exitCode).toBe(0);
    expect(main.stdout).toContain('may do everything');
    await job.post();
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/unrestricted.txt');
  }));
