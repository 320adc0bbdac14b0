// None beside others is a mistake, whichever was meant.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('refuses none beside others', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { export: 'exoscale, none' } });
    expect(assertFailure(main, job)).toContain('none alone');
    expect(main.requests).toEqual([]);
    expect(main.state).toEqual({});
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/export-none-beside-others.txt');
  }));
