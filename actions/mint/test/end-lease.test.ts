// How long post goes on; everything else about it is in the scenarios.
import { playScenario } from '@x/action-harness';
import type { Step } from '@x/action-kit';
import { expect, it } from 'vitest';

import { endLease } from '../src/end-lease.ts';
import { administratorOf } from './support/administrator.ts';

const action = new URL('..', import.meta.url);
const untold = { core: { info: () => {} } } as unknown as Step;

it('gives a hanging API up and says how long it waited', () =>
  playScenario(action, async (job) => {
    job.simulator.faults.add({ operation: 'delete-api-key', delayMs: 3_600_000 });
    const client = administratorOf(job);
    const { fate, error } = await endLease(untold, client, {
      connection: job.simulator.parentKey,
      record: {
        method: 'scoped-role',
        phase: 'made',
        name: 'n',
        apiKey: 'EXOminted',
        expiresAt: 2_000_000_000,
      },
      inputs: { revoke: true, onRevokeFailure: 'fail', usageReport: false, summary: false },
      timeoutMs: 50,
    });
    expect([fate, error?.code]).toEqual(['left', 'ERR_LEFT_BEHIND']);
    expect(error?.message).toContain('0.05 s');
  }));
