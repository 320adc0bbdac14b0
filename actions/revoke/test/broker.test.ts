// A lease of a real broker, ended early by the job that asked for it.
import { setTimeout as delay } from 'node:timers/promises';

import { assertFailure, openBroker, playScenario } from '@x/action-harness';
import { createBrokerClient, requestLease } from '@x/broker-client';
import { describe, expect, it } from 'vitest';

const action = new URL('..', import.meta.url);
const noSecret = { 'api-key': '', 'api-secret': '', endpoint: '' };
const id = '0b6f1c52-0000-4000-8000-000000000000';

describe('broker', () => {
  it('ends the lease of this job, and not that of another one', () =>
    playScenario(action, async (job) => {
      const { endpoint, simulator } = job;
      await using broker = await openBroker({ endpoint, parentKey: simulator.parentKey });
      const env = { ...broker.variables() };
      const client = createBrokerClient({
        url: new URL(broker.url),
        env,
        sleep: (ms, signal) => delay(ms, undefined, { signal }),
      });
      await requestLease(
        client,
        { scope: { operations: ['list-zones'] } },
        {
          signal: AbortSignal.timeout(30_000),
          limitMs: 0,
          undoTimeoutMs: 5000,
          check: () => {},
        },
      );
      expect(job.leftovers()).toHaveLength(2);
      const inputs = {
        ...noSecret,
        broker: broker.url,
        'lease-id': client.id,
      };
      const other = { ...broker.variables({ check_run_id: '1' }) };
      await job.main({ inputs, env: other });
      expect(job.leftovers()).toHaveLength(2);
      const main = await job.main({ inputs, env });
      expect(main.exitCode).toBe(0);
      expect(main.outputs['key']).toMatch(/^revok(?:ed|ing)$/);
      expect(job.leftovers()).toEqual([]);
    }));

  it.each([
    ['lease-id', { 'lease-id': 'EXO1' }],
    ['lease-id', { 'lease-id': '' }],
    ['key', { 'lease-id': id, key: 'EXO1' }],
    ['api-secret', { 'lease-id': id, 'api-secret': 'a-parent-secret' }],
    ['broker', { 'lease-id': id, broker: 'http://broker.example.com' }],
    ['id-token: write', { 'lease-id': id }],
  ])('says what is wrong with %s', (word, changes) =>
    playScenario(action, async (job) => {
      const inputs = { ...noSecret, broker: 'https://broker.example.com', ...changes };
      expect(assertFailure(await job.main({ inputs }), job)).toContain(word);
    }),
  );
});
