// The prefix tells the leases of one team from those of another.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('begins the name with the prefix', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { 'name-prefix': 'web_team' } });
    expect(main.outputs['key-name']).toMatch(/^web_team\.\d+\./);
    await job.post();
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/name-prefix.txt');
  }));
