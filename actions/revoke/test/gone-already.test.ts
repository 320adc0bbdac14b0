// post was faster, or somebody else: what was wanted is the case.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

import { name, seedLease, storyOf } from './support/seed-lease.ts';

const action = new URL('..', import.meta.url);

it('succeeds when nothing is left', () =>
  playScenario(action, async (job) => {
    const { apiKey } = await seedLease(job);
    const first = await job.main({ inputs: { key: apiKey } });
    expect(first.outputs).toEqual({ key: 'deleted', role: 'deleted' });
    for (const key of [apiKey, name]) {
      const again = await job.main({ inputs: { key } });
      expect(again.exitCode).toBe(0);
      expect(again.annotations).toMatchObject([{ level: 'notice', title: 'Nothing was revoked' }]);
      expect(again.outputs).toEqual({ key: 'gone', role: 'gone' });
    }
    await expect(storyOf(job)).toMatchFileSnapshot('snapshots/gone-already.txt');
  }));
