// A policy says everything; operations beside it would be ignored.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

import { mayListZones } from './support/policies.ts';

const action = new URL('..', import.meta.url);

it('refuses a policy beside operations', () =>
  playScenario(action, async (job) => {
    const main = await job.main({
      inputs: { operations: 'list-zones', policy: JSON.stringify(mayListZones) },
    });
    expect(assertFailure(main, job)).toContain('operations');
    expect(main.requests).toEqual([]);
    expect(main.state).toEqual({});
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/conflicting-inputs.txt');
  }));
