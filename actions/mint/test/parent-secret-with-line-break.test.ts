// Secrets are pasted with what is around them.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('ignores white space around the parent key', () =>
  playScenario(action, async (job) => {
    const { apiKey, apiSecret } = job.simulator.parentKey;
    const pasted = { 'api-key': ` ${apiKey}\n`, 'api-secret': `\t${apiSecret}\r\n` };
    const main = await job.main({ inputs: pasted });
    expect(main.exitCode).toBe(0);
    expect(main.stdout.split('\n')[0]).toBe(`::add-mask::${apiSecret}`);
    await job.post();
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot(
      'snapshots/parent-secret-with-line-break.txt',
    );
  }));
