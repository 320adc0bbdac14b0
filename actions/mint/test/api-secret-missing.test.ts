// One of the two secrets is misnamed.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('names the missing input api-secret', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { 'api-secret': '' } });
    expect(assertFailure(main, job)).toContain('api-secret is empty');
    expect(main.requests).toEqual([]);
    expect(main.state).toEqual({});
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/api-secret-missing.txt');
  }));
