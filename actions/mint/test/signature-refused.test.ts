// The secret of another key.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('says that key and secret do not belong together', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { 'api-secret': 'the-secret-of-another-key' } });
    expect(assertFailure(main, job)).toContain('Invalid request signature');
    expect(main.requests).toHaveLength(1);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/signature-refused.txt');
  }));
