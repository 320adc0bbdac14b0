// A legacy access key is looked for only when asked: the endpoints may be gone.
import { playScenario } from '@x/action-harness';
import { createAccessKey, createClient } from '@x/exo-iam';
import { expect, it } from 'vitest';

import { name } from './support/seed-lease.ts';

const action = new URL('..', import.meta.url);

it('revokes a legacy access key with `legacy`, and says without that it did not look', () =>
  playScenario(action, async (job) => {
    const { parentAccessKey, fetch, state } = job.simulator;
    const client = createClient({ credentials: parentAccessKey, fetch });
    const { key } = await createAccessKey(client, { name, operations: ['list-zones'] });
    const parent = { 'api-key': parentAccessKey.apiKey, 'api-secret': parentAccessKey.apiSecret };
    const without = await job.main({ inputs: { ...parent, key } });
    expect(without.outputs).toEqual({ key: 'gone', role: 'gone' });
    expect(without.stdout).toContain('Legacy access keys were not checked.');
    expect(state.accessKeys.has(key)).toBe(true);
    const main = await job.main({ inputs: { ...parent, key, legacy: 'true' } });
    expect(main.outputs).toEqual({ key: 'deleted', role: 'kept' });
    expect([...state.accessKeys.keys()]).toEqual([parentAccessKey.apiKey]);
  }));
