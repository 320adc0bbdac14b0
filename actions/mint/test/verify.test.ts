// The new key is tried before it is handed out. That its policy denies the question proves that it
// is known.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('tries the key before it is handed out', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { verify: 'true' } });
    expect(main.exitCode).toBe(0);
    expect(main.requests.at(-1)).toMatchObject({
      operation: 'get-api-key',
      apiKey: main.outputs['api-key'],
      status: 403,
    });
    await job.post();
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/verify.txt');
  }));
