// A legacy key, which only a legacy key can make. The API's refusal shows that it knows the key.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

const parentAccessKey = { apiKey: 'EXOlegacy', apiSecret: 'of a key of the former kind' };

it('makes, verifies and revokes a legacy key', () =>
  playScenario(
    action,
    async (job) => {
      const { apiKey, apiSecret } = parentAccessKey;
      const parent = { 'api-key': apiKey, 'api-secret': apiSecret };
      const main = await job.main({ inputs: { ...parent, method: 'access-key', verify: 'true' } });
      expect(main.outputs).toMatchObject({
        method: 'access-key',
        'enforced-by': 'sweep',
        'role-id': '',
      });
      expect(job.simulator.state.accessKeys.size).toBe(2);
      await job.post();
      expect(job.simulator.state.accessKeys.size).toBe(1);
      await expect(job.transcript()).toMatchFileSnapshot('snapshots/access-key.txt');
    },
    { simulator: { parentAccessKey } },
  ));
