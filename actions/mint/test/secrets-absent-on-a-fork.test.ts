// A pull request from a fork gets no secrets, so both inputs are empty.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('says that forks get no secrets', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { 'api-key': '', 'api-secret': '' } });
    expect(assertFailure(main, job)).toContain('forks');
    expect(main.requests).toEqual([]);
    expect(main.state).toEqual({});
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/secrets-absent-on-a-fork.txt');
  }));
