// A dot separates the parts of the name.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('refuses a prefix with a dot', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { 'name-prefix': 'web.team' } });
    expect(assertFailure(main, job)).toContain('name-prefix');
    expect(main.requests).toEqual([]);
    expect(main.state).toEqual({});
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/name-prefix-invalid.txt');
  }));
