// Nothing can be found, so nothing is swept.
import { assertFailure } from '@x/action-harness';
import { expect, it } from 'vitest';

import { playSweep } from './support/play-sweep.ts';

it('fails without asking GitHub', () =>
  playSweep(async ({ job, github, seed, run }) => {
    const respond = { status: 403, body: { message: 'Forbidden' } };
    await seed({});
    job.simulator.faults.add({ operation: 'list-iam-roles', times: Infinity, respond });
    const swept = await run();
    expect(assertFailure(swept, { leftovers: () => [] })).toContain('list-iam-roles');
    expect(github.requests).toEqual([]);
  }));
