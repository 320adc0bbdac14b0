// Object storage in one bucket only.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('confines S3 operations to a bucket', () =>
  playScenario(action, async (job) => {
    const inputs = { operations: 'get-object, put-object', resources: 'sos/bucket:releases' };
    const main = await job.main({ inputs });
    const apiKey = main.outputs['api-key'] ?? '';
    const decide = (bucket: string) =>
      job.simulator.decide({
        apiKey,
        operation: 'get-object',
        serviceClass: 'sos',
        parameters: { bucket },
      }).allowed;
    expect([decide('releases'), decide('backups')]).toEqual([true, false]);
    await job.post();
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/resources.txt');
  }));
